import { isSecretParameter } from "../../secrets.ts";
import { fitsSuggestion, kindOfName, noSurroundings } from "../fields/personalNames.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import type { MaskingPass } from "../values/MaskingPass.ts";
import { type DecodedText, decodePercent, writtenEdits } from "./DecodedText.ts";
import { type Edit, movedEdits } from "./edit.ts";

/** The kind of personal data that a parameter's name says its value to be; undefined where it says none or the value is no such thing. */
function kindOfParameter(name: string, value: string): MaskedKind | undefined {
  const kind = kindOfName(name, noSurroundings) ?? (isSecretParameter(name) ? "key" : undefined);
  return kind && value !== "" && fitsSuggestion(kind, value) ? kind : undefined;
}

/** The edit of a value that its name says to be personal; `start` is where the value stands. */
export function namedEdit(name: string, value: string, start: number, pass: MaskingPass): Edit | undefined {
  const kind = kindOfParameter(name, value);
  if (kind === undefined) return undefined;
  const text = pass.replace(kind, value);
  return text === undefined ? undefined : { start, end: start + value.length, text, kind };
}

/** A plus sign before a digit is one of a phone number that was not encoded, any other is a space. */
export function decodedValue(written: string): DecodedText {
  return decodePercent(written, !/^\+\d/.test(written));
}

/** A parameter of an address that stands in a text; a fingerprint has a "#" within it. */
const parameter = /(?<=[?&#]|&amp;)([\w.$%[\]-]{1,100})=((?:[^?&#\s"'<>\\]|(?<=[a-z]_)#(?=[\da-f]{12}))+)/g;

interface Parameter {
  readonly name: string;
  readonly value: DecodedText;
  /** Where the value stands. */
  readonly start: number;
}

/** The parameters of addresses in a text that are personal by their names. One called "name" alone names a thing there more often than a person. */
export function* personalParameters(text: string): Generator<Parameter, void, undefined> {
  if (!text.includes("=") || !text.includes("/")) return;
  for (const { 0: whole, 1: written = "", 2: writtenValue = "", index } of text.matchAll(parameter)) {
    const name = decodePercent(written).text;
    const value = decodedValue(writtenValue);
    const isPersonal = name.toLowerCase() !== "name" && kindOfParameter(name, value.text) !== undefined;
    if (isPersonal) yield { name, value, start: index + whole.length - writtenValue.length };
  }
}

export function parameterEdits(text: string, pass: MaskingPass): Edit[] {
  return [...personalParameters(text)].flatMap(({ name, value, start }) => {
    const edit = namedEdit(name, value.text, 0, pass);
    return edit ? movedEdits(writtenEdits(value, [edit]), start) : [];
  });
}
