import { isUtf8 } from "node:buffer";
import { z } from "zod";
import type { Body } from "../../../../core/exchange/exchange.ts";

/** A body in the database: the text where the bytes are UTF-8, so that any SQLite tool shows it, else the bytes. */
export function bodyColumn(body: Uint8Array | string): Uint8Array | string {
  return typeof body === "string" || !isUtf8(body) ? body : viewOf(body).toString("utf8");
}

export const bodyColumnSchema = z.union([z.string(), z.instanceof(Uint8Array)]);
export type BodyColumn = z.infer<typeof bodyColumnSchema>;

/** A body as the record shows it. */
export function readBody(column: Uint8Array | string): Body {
  return typeof column === "string" ? column : { base64: viewOf(column).toString("base64") };
}

export function bytesOf(column: BodyColumn): Buffer {
  return typeof column === "string" ? Buffer.from(column) : viewOf(column);
}

/** How many bytes a body had on the wire. */
export function byteLength(body: Uint8Array | string): number {
  return typeof body === "string" ? Buffer.byteLength(body) : body.length;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
