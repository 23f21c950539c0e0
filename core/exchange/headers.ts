import type { Headers } from "./exchange.ts";

/** The value of a header; the values of a repeated one joined as HTTP reads them. `name` is in lower case. */
export function headerValue(headers: Headers, name: string): string | undefined {
  let found: string | undefined;
  for (const [line, value] of headers) {
    if (line.length !== name.length || line.toLowerCase() !== name) continue;
    found = found === undefined ? value : `${found}, ${value}`;
  }
  return found;
}

/** The value of a header line, the first one if it repeats. `name` is in lower case. */
export function firstHeader(headers: Headers, name: string): string | undefined {
  return headers.find(([line]) => line.toLowerCase() === name)?.[1];
}
