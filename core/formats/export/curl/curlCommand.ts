import type { Body } from "../../../exchange/exchange.ts";
import { utf8Length } from "../../../json/utf8.ts";
import { curl } from "../../copyAs/curl.ts";
import { shellQuote } from "../../copyAs/shellQuote.ts";
import { type KeyedText, writeKeyed } from "../keys/keyedText.ts";
import type { SentRequest } from "../sentRequest.ts";

/** Linux refuses one argument of 128 KiB or more. A built-in command of the shell has no such limit. */
const longestArgument = 100_000;

/** Characters that mean the same within double quotes as without. */
const plainInDoubleQuotes = /^[A-Za-z0-9 ._~:/?&=@%+,;-]*$/;

/** A shell word in which keys are variables: in double quotes where that is all it needs, otherwise in pieces. */
function keyedWord(text: KeyedText): string {
  if (typeof text === "string") return shellQuote(text);
  const literals = text.filter((part) => typeof part === "string");
  if (literals.every((part) => plainInDoubleQuotes.test(part))) return `"${writeKeyed(text, (env) => `\${${env}}`)}"`;
  return writeKeyed(text, (env) => `"\${${env}}"`, shellQuote);
}

function headerWord([name, value]: readonly [string, KeyedText]): string {
  if (typeof value !== "string") return keyedWord([`${name}: `, ...value]);
  // To curl "Name:" removes a header; "Name;" sends one without a value.
  return shellQuote(value === "" ? `${name};` : `${name}: ${value}`);
}

/** Headers that the copied command leaves out, or cannot have: those with a key, without a value, and the coding of a body that is sent as it was. */
function isOwnHeader([name, value]: readonly [string, KeyedText]): boolean {
  const lower = name.toLowerCase();
  return (
    typeof value !== "string" || value === "" || ["authorization", "content-encoding", "user-agent"].includes(lower)
  );
}

function isPlainHeader(header: readonly [string, KeyedText]): header is readonly [string, string] {
  return !isOwnHeader(header);
}

/** Without a type of the record's own, curl would name that of a form. */
function typeOption({ headers, body }: SentRequest): string[] {
  const hasType = headers.some(([name]) => name.toLowerCase() === "content-type");
  return body === "" || hasType ? [] : [`-H ${shellQuote("Content-Type:")}`];
}

/** What prints the body for curl to read; undefined where the body can be an argument. */
function printedBody(body: Body): string | undefined {
  if (typeof body !== "string") return `printf %s ${shellQuote(body.base64)} | base64 -d`;
  // No shell word holds a NUL; the escape of printf does.
  if (body.includes("\0")) {
    const escaped = body.replaceAll("\\", "\\\\").replaceAll("\0", "\\0000");
    return `printf %b ${shellQuote(escaped)}`;
  }
  return utf8Length(body) < longestArgument ? undefined : `printf %s ${shellQuote(body)}`;
}

/** A command for a POSIX shell that sends the request byte for byte. Keys are variables of the environment. */
export function curlCommand({ method, path, headers, body }: SentRequest, origin: string): string {
  const printed = printedBody(body);
  const url = writeKeyed(path, (env) => `{${env}}`);
  const command = curl(
    {
      method,
      url: `${origin}${url}`,
      headers: headers.filter(isPlainHeader).map(([name, value]): [string, string] => [name, value]),
      body: printed === undefined && typeof body === "string" ? body : "",
    },
    "",
  );
  const lines = [
    typeof path === "string"
      ? command
      : command.replace(shellQuote(`${origin}${url}`), () => keyedWord([origin, ...path])),
    ...headers.filter(isOwnHeader).map((header) => `-H ${headerWord(header)}`),
    ...typeOption({ method, path, headers, body }),
    ...(printed === undefined ? [] : ["--data-binary @-"]),
  ];
  const whole = lines.join(" \\\n  ");
  return printed === undefined ? whole : `${printed} |\n${whole}`;
}
