import { type Command, forEachChild, parse, type SyntaxNode } from "unbash";
import type { Headers } from "../../exchange/exchange.ts";
import type { RequestDraft } from "../requestDraft.ts";
import { type CurlArgument, type CurlMeaning, readCurlArguments } from "./curlOptions.ts";

export type ParsedCurl =
  | { readonly ok: true; readonly request: RequestDraft }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the first curl command of a shell text (bash quoting, continued lines, here-documents) into a request. The host of its address is
 * dropped: a draft is sent to this workbench. Never throws; `message` is user text. Source: curl's manual page.
 */
export function parseCurl(text: string): ParsedCurl {
  const script = parse(text.replace(/^\s*[$%>#]\s+/, "").replaceAll("\r\n", "\n"));
  const command = findCurl(script);
  if (!command) return { ok: false, message: "There is no curl command in this text." };
  const given = readCurlArguments(
    command.args.map((argument) => (argument.type === "Word" ? argument.value : argument.text)),
  );
  const address = given.find((argument) => argument.meaning === "url")?.value;
  if (!address) return { ok: false, message: "The curl command names no address." };
  const data = given.filter((argument) => argument.meaning in dataTexts);
  const file = data.find((argument) => readsFile(argument));
  if (file) return { ok: false, message: fileMessage(file.value) };
  return { ok: true, request: toDraft(given, address, data, standardInput(command)) };
}

function findCurl(node: SyntaxNode): Command | undefined {
  if (node.type === "Command") return /(?:^|\/)curl(?:\.exe)?$/.test(node.name?.value ?? "") ? node : undefined;
  let found: Command | undefined;
  forEachChild(node, (child) => {
    found ??= findCurl(child);
  });
  return found;
}

/** The text of a here-document or a here-string: what `@-` stands for. */
function standardInput(command: Command): string {
  for (const redirect of command.redirects) {
    if (redirect.type === "HereDoc") return redirect.body.text.replace(/\n$/, "");
    if (redirect.type === "HereString") return redirect.target?.value ?? "";
  }
  return "";
}

/** How an option's value becomes body text; `-d` strips line ends only from files. */
const dataTexts: Partial<Record<CurlMeaning, (value: string) => string>> = {
  data: (value) => value,
  "raw-data": (value) => value,
  "binary-data": (value) => value,
  json: (value) => value,
  "encoded-data": encodeData,
};

/** `name=content` encodes the content alone, `=content` and `content` all of it. */
function encodeData(value: string): string {
  const equals = value.indexOf("=");
  const name = equals > 0 ? `${value.slice(0, equals)}=` : "";
  return name + encodeURIComponent(value.slice(equals + 1));
}

/** A body from a file cannot be had here; `@-` is the here-document. */
function readsFile({ meaning, value }: CurlArgument): boolean {
  return meaning !== "raw-data" && value.startsWith("@") && value !== "@-";
}

function fileMessage(value: string): string {
  return `The body is in the file ${value.slice(1)}, which a pasted command does not carry. Paste its content into the editor.`;
}

function toDraft(
  given: readonly CurlArgument[],
  address: string,
  data: readonly CurlArgument[],
  hereDocument: string,
): RequestDraft {
  const isGet = given.some((argument) => argument.meaning === "get");
  const text = joinData(data, hereDocument);
  const path = pathOf(address);
  return {
    method: methodOf(given, data.length > 0 && !isGet),
    path: isGet && text !== "" ? `${path}${path.includes("?") ? "&" : "?"}${text}` : path,
    headers: headersOf(given, data),
    body: isGet ? "" : text,
  };
}

/** Pieces of `--json` are joined as they are, all others with "&". */
function joinData(data: readonly CurlArgument[], hereDocument: string): string {
  const separator = data.every((argument) => argument.meaning === "json") ? "" : "&";
  return data
    .map(({ meaning, value }) => (value === "@-" ? hereDocument : (dataTexts[meaning]?.(value) ?? "")))
    .join(separator);
}

function methodOf(given: readonly CurlArgument[], hasBody: boolean): string {
  const named = given.findLast((argument) => argument.meaning === "method")?.value;
  if (named) return named.toUpperCase();
  if (given.some((argument) => argument.meaning === "head")) return "HEAD";
  return hasBody ? "POST" : "GET";
}

/** Path and query of an address with or without scheme and host. */
function pathOf(address: string): string {
  const rest = address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
  if (rest.startsWith("/")) return rest;
  const start = rest.search(/[/?]/);
  const path = start < 0 ? "/" : rest.slice(start).replace(/#.*$/s, "");
  return path.startsWith("?") ? `/${path}` : path;
}

const headerNames: Partial<Record<CurlMeaning, string>> = {
  "user-agent": "User-Agent",
  referer: "Referer",
  cookie: "Cookie",
};

/** The header lines given, then those that curl itself would add for `--json` and `-d`, unless given. */
function headersOf(given: readonly CurlArgument[], data: readonly CurlArgument[]): Headers {
  const headers: Headers = [];
  for (const { meaning, value } of given) {
    const name = headerNames[meaning];
    if (name !== undefined) headers.push([name, value]);
    const line = meaning === "header" ? /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/s.exec(value) : null;
    if (line?.[1] !== undefined && line[2]) headers.push([line[1], line[2]]);
  }
  const implied: Headers = data.some((argument) => argument.meaning === "json")
    ? [
        ["Content-Type", "application/json"],
        ["Accept", "application/json"],
      ]
    : data.length > 0
      ? [["Content-Type", "application/x-www-form-urlencoded"]]
      : [];
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...headers, ...implied.filter(([name]) => !names.has(name.toLowerCase()))];
}
