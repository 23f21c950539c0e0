import { parseArgs } from "node:util";
import envPaths from "env-paths";
import { z } from "zod";
import { type Upstream, upstreamSchema } from "../../core/contract/settings.ts";
import { type NativeTier, nativeTierSchema } from "../../core/native/nativeCall.ts";

/** What the desktop takes from its command line: the same words as `serve`. */
export interface ShellOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly controlPort: number;
  readonly upstream: Upstream | undefined;
  readonly rateLimit: NativeTier | undefined;
}

const portSchema = z.coerce.number().int().min(0).max(65535);
const upstreamWordSchema = z
  .string()
  .transform((word) => (word === "sandbox" ? { kind: "sandbox" } : { kind: "live", baseUrl: word }))
  .pipe(upstreamSchema);

const optionsSchema = z.object({
  "data-dir": z
    .string()
    .min(1)
    .default(() => envPaths("compat-workbench", { suffix: "" }).data),
  port: portSchema.default(8020),
  "control-port": portSchema.default(0),
  upstream: upstreamWordSchema.optional(),
  "rate-limit": nativeTierSchema.optional(),
});

/** Reads the options out of `argv`. Electron's and Chromium's own switches may stand among them; a value that does not fit throws. */
export function readShellOptions(argv: readonly string[]): ShellOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { "data-dir": text, port: text, "control-port": text, upstream: text, "rate-limit": text },
  });
  const options = optionsSchema.parse(values);
  return {
    dataDir: options["data-dir"],
    port: options.port,
    controlPort: options["control-port"],
    upstream: options.upstream,
    rateLimit: options["rate-limit"],
  };
}
