import { z } from "zod";
import type { Json } from "../json/json.ts";

/** A call on Postscript's native API, below its base URL (".../v1"): `path` starts with "/v1/". */
export interface NativeCall {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body: Json;
}

/** The answer to a native call. `status` is the HTTP status; `body` is undefined when the answer was not JSON. */
export interface NativeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

export const nativeTierIds = ["standard", "high_volume", "partner", "off"] as const;
export const nativeTierSchema = z.enum(nativeTierIds);
/** A rate limit tier; `off` is the workbench's own switch and no tier of Postscript's. */
export type NativeTier = z.infer<typeof nativeTierSchema>;
