import { isJson } from "../../../json/json.ts";
import type { Body, Headers } from "../../exchange.ts";
import type { FieldFrame } from "../fields/FieldFrame.ts";
import { readsLikeJson } from "../json/almostJson.ts";
import { jsonEdits } from "../json/jsonEdits.ts";
import { decodeBase64 } from "../text/base64.ts";
import { applyEdits, type Edit, type OnEdits, pickEdits } from "../text/edit.ts";
import { printableRuns } from "../text/printableRuns.ts";
import { queryEdits } from "../text/queryEdits.ts";
import { type TextSearch, textEdits } from "../text/textEdits.ts";

const formStart = /^[\w%.+~[\]-]{1,200}=\S*$/;

function bodyEdits(text: string, root: FieldFrame, search: TextSearch): readonly Edit[] {
  if (!readsLikeJson(text))
    return formStart.test(text)
      ? pickEdits(queryEdits(text, search).concat(textEdits(text, search)))
      : textEdits(text, search);
  const edits = jsonEdits(text, root, search.pass, (inner) => textEdits(inner, search));
  // What is not JSON may have anything anywhere: it is searched as a whole as well.
  return isJson(text) ? edits : pickEdits(edits.concat(textEdits(text, search)));
}

/** How compressed data starts: gzip, zlib, Zstandard, zip. */
const compressedStarts = [
  [0x1f, 0x8b],
  [0x78, 0x01],
  [0x78, 0x5e],
  [0x78, 0x9c],
  [0x78, 0xda],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x50, 0x4b],
] as const;

function isCompressed(bytes: Uint8Array, headers: Headers): boolean {
  if (compressedStarts.some((start) => start.every((byte, index) => bytes[index] === byte))) return true;
  return headers.some(
    ([name, value]) => name.toLowerCase() === "content-encoding" && value.trim().toLowerCase() !== "identity",
  );
}

const leastRun = 4;

/** The bytes that are not zero: UTF-16 and UTF-32 text as one byte a letter. */
function withoutZeros(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : new Uint8Array();
}

function binaryEdits(bytes: Uint8Array, search: TextSearch): Edit[] {
  const runs = [...printableRuns(bytes, leastRun), ...printableRuns(withoutZeros(bytes), leastRun)];
  return runs.flatMap(({ text }) => textEdits(text, search));
}

/** As many bytes of 0xFF, which are no UTF-8 either: what refused the body goes on to refuse it. */
function blank(length: number): Body {
  return { base64: "////".repeat(Math.floor(length / 3)) + ["", "/w==", "//8="][length % 3] };
}

function maskBinary(base64: string, headers: Headers, search: TextSearch, onEdits: OnEdits): Body {
  const bytes = decodeBase64(base64);
  const edits = binaryEdits(bytes, search);
  onEdits(edits);
  return edits.length > 0 || isCompressed(bytes, headers) ? blank(bytes.length) : { base64 };
}

/**
 * A body with masked values. JSON stays byte for byte what it was but for those; so does text that only looks like JSON. A binary body that holds a personal
 * value, or that is compressed and may hold any, is replaced as a whole. `headers` are those that came with it.
 */
export function maskBody(body: Body, headers: Headers, root: FieldFrame, search: TextSearch, onEdits: OnEdits): Body {
  if (typeof body !== "string") return maskBinary(body.base64, headers, search, onEdits);
  const edits = bodyEdits(body, root, search);
  onEdits(edits);
  return applyEdits(body, edits);
}
