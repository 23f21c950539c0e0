import type { Headers } from "../../exchange/exchange.ts";
import { encodeBase64 } from "../base64.ts";
import { isData } from "./curlData.ts";
import type { CurlArgument, CurlMeaning } from "./curlOptions.ts";

/** A header line as given: "Name: value", or "Name;" for an empty value. Without a value ("Name:") curl sends none of that name. */
function readLine(line: string): { readonly name: string; readonly value: string | undefined } | undefined {
  const colon = line.indexOf(":");
  const name = (colon < 0 ? line : line.slice(0, colon)).trim();
  if (colon < 0) return name.endsWith(";") ? { name: name.slice(0, -1), value: "" } : undefined;
  return { name, value: line.slice(colon + 1).trim() || undefined };
}

/** The headers of options that have one of their own. */
const optionHeaders: Partial<Record<CurlMeaning, (value: string) => Headers>> = {
  "user-agent": (value) => (value === "" ? [] : [["User-Agent", value]]),
  referer: (value) => [["Referer", value]],
  // Without "=" the value names a file of cookies.
  cookie: (value) => (value.includes("=") ? [["Cookie", value]] : []),
  bearer: (value) => [["Authorization", `Bearer ${value}`]],
  user: (value) => [["Authorization", `Basic ${encodeBase64(value.includes(":") ? value : `${value}:`)}`]],
};

function impliedHeaders(given: readonly CurlArgument[]): Headers {
  if (given.some(({ meaning }) => meaning === "json")) {
    return [
      ["Content-Type", "application/json"],
      ["Accept", "application/json"],
    ];
  }
  return given.some(isData) ? [["Content-Type", "application/x-www-form-urlencoded"]] : [];
}

/** The header lines given, then those of other options and those that curl itself adds for `--json` and `-d`, unless given or taken away. */
export function curlHeaders(given: readonly CurlArgument[], hasBody: boolean): Headers {
  const lines = given.flatMap(({ meaning, value }) => (meaning === "header" ? (readLine(value) ?? []) : []));
  const named = new Set(lines.map(({ name }) => name.toLowerCase()));
  const sent = lines.flatMap(({ name, value }): Headers => (value === undefined ? [] : [[name, value]]));
  const added = given.flatMap(({ meaning, value }) => optionHeaders[meaning]?.(value) ?? []);
  const implied = hasBody ? impliedHeaders(given) : [];
  return [...sent, ...[...added, ...implied].filter(([name]) => !named.has(name.toLowerCase()))];
}
