import type { Body } from "../../exchange/exchange.ts";
import type { CurlArgument, CurlMeaning } from "./curlOptions.ts";
import type { ShellInput, ShellWord } from "./shellCommand.ts";

interface Untold {
  readonly ok: false;
  /** User text. */
  readonly message: string;
}

/** A part of what is sent, or why it cannot be told. */
export type CurlData = { readonly ok: true; readonly text: string } | Untold;

/** The body that the data options of one request make, or why it cannot be told. */
export type CurlBody = { readonly ok: true; readonly body: Body } | Untold;

const dataMeanings: ReadonlySet<CurlMeaning> = new Set(["data", "raw-data", "binary-data", "encoded-data", "json"]);

export function isData({ meaning }: CurlArgument): boolean {
  return dataMeanings.has(meaning);
}

/** What a value says: text of its own, or where the text is to be read from. `name` goes before it ("a=" of "a@file"). */
interface Source {
  readonly name: string;
  readonly text?: string;
  readonly file?: string;
}

function encodedSource(value: string): Source {
  const mark = value.search(/[=@]/);
  if (mark < 0) return { name: "", text: value };
  const name = mark > 0 ? `${value.slice(0, mark)}=` : "";
  const rest = value.slice(mark + 1);
  return value[mark] === "@" ? { name, file: rest } : { name, text: rest };
}

function sourceOf({ meaning, value }: CurlArgument): Source {
  if (meaning === "encoded-data") return encodedSource(value);
  return meaning !== "raw-data" && value.startsWith("@")
    ? { name: "", file: value.slice(1) }
    : { name: "", text: value };
}

function expansionMessage(expansion: string): string {
  return `The shell would replace ${expansion} in what is sent, which is not done here. Put the value itself in its place.`;
}

function fileMessage(file: string): string {
  return `The body is in the file ${file}, which a pasted command does not carry. Paste its content into the editor.`;
}

/** Options that send what they read as it is. */
const wholeMeanings: ReadonlySet<CurlMeaning | undefined> = new Set(["binary-data", "json"]);

export const bytesMessage =
  "The body is bytes that are no text, which go unchanged only with --data-binary @- as the one data option. Write the command so.";

const noInput =
  "The body comes from another program (@-), which is not run here. Put the body itself after --data-raw, in single quotes.";

/** One value as it is sent. Of what is read in, `-d` drops the line ends. Source: curl's manual page. */
function sentText(argument: CurlArgument, input: ShellWord | undefined): CurlData {
  const { name, text, file } = sourceOf(argument);
  if (file !== undefined && file !== "-") return { ok: false, message: fileMessage(file) };
  if (text === undefined && input === undefined) return { ok: false, message: noInput };
  const expansion = (text === undefined ? input : argument)?.expansions[0];
  if (expansion !== undefined) return { ok: false, message: expansionMessage(expansion) };
  const content = text ?? input?.text ?? "";
  if (argument.meaning === "encoded-data") return { ok: true, text: name + encodeURIComponent(content.toWellFormed()) };
  const isStripped = argument.meaning === "data" && text === undefined;
  return { ok: true, text: isStripped ? content.replace(/[\r\n\0]/g, "") : content };
}

/** Joins what the data options send: pieces of `--json` as they are, all others with "&". `input` is what `@-` reads. */
export function curlData(data: readonly CurlArgument[], input: ShellInput | undefined): CurlBody {
  if (!input || !("base64" in input)) return joinedText(data, input);
  const reading = data.filter((argument) => sourceOf(argument).file === "-");
  if (reading.length === 0) return joinedText(data, undefined);
  const isWhole = data.length === 1 && wholeMeanings.has(data[0]?.meaning);
  return isWhole ? { ok: true, body: input } : { ok: false, message: bytesMessage };
}

function joinedText(data: readonly CurlArgument[], input: ShellWord | undefined): CurlBody {
  let joined = "";
  for (const [index, argument] of data.entries()) {
    const sent = sentText(argument, input);
    if (!sent.ok) return sent;
    joined += (index === 0 || argument.meaning === "json" ? "" : "&") + sent.text;
  }
  return { ok: true, body: joined };
}

/** A parameter of `--url-query`: "+text" as it is, else encoded as `--data-urlencode` does. */
export function queryParameter(argument: CurlArgument): CurlData {
  if (argument.value.startsWith("+")) return { ok: true, text: argument.value.slice(1) };
  return sentText({ ...argument, meaning: "encoded-data" }, undefined);
}
