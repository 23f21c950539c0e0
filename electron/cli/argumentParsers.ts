import { InvalidArgumentError } from "commander";
import { type Upstream, upstreamSchema } from "../../core/contract/settings.ts";

function parseInteger(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return /^\d+$/.test(text) && value >= least && value <= most ? value : undefined;
}

export function parsePort(text: string): number {
  const port = parseInteger(text, 0, 65535);
  if (port === undefined) throw new InvalidArgumentError("A port is a number from 0 to 65535; 0 picks a free one.");
  return port;
}

export function parseCount(text: string): number {
  const count = parseInteger(text, 1, Number.MAX_SAFE_INTEGER);
  if (count === undefined) throw new InvalidArgumentError("It takes a whole number from 1.");
  return count;
}

export function parseSeconds(text: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new InvalidArgumentError("It takes a number of seconds, such as 2 or 0.5.");
  return Number(text);
}

export function parseUpstream(text: string): Upstream {
  const upstream = upstreamSchema.safeParse(text === "sandbox" ? { kind: "sandbox" } : { kind: "live", baseUrl: text });
  if (!upstream.success) {
    throw new InvalidArgumentError(
      'It takes "sandbox" or a base URL without credentials, such as https://api.postscript.io/v1.',
    );
  }
  return upstream.data;
}
