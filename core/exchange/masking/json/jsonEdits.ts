import type { FieldFrame, Treatment } from "../fields/FieldFrame.ts";
import { itemFrame, memberFrame } from "../fields/FieldFrame.ts";
import { fitsSuggestion } from "../fields/personalNames.ts";
import { serverIdForm } from "../fields/serverIdForm.ts";
import { decodeJsonEscapes, writtenEdits } from "../text/DecodedText.ts";
import { detectPersonal } from "../text/detectPersonal.ts";
import { type Edit, movedEdits } from "../text/edit.ts";
import { isLocalAddress } from "../text/ipAddress.ts";
import { personalParameters } from "../text/parameterEdits.ts";
import type { MaskingPass } from "../values/MaskingPass.ts";
import { walkJson } from "./walkJson.ts";

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The edit that a field asks for, of the whole value; undefined where the value is to be searched like any text. */
function fieldEdit(value: string, treatment: Treatment, pass: MaskingPass): Edit | undefined {
  if (treatment.what !== "mask" || value === "" || serverIdForm.test(value)) return undefined;
  const { kind, isSuggested } = treatment;
  // A list of IP addresses is searched for each; this machine's own address is nobody's.
  if ((isSuggested || kind === "ip") && !fitsSuggestion(kind, value)) return undefined;
  if (isLocalAddress(value)) return undefined;
  const text = pass.replace(kind, value);
  return text === undefined ? undefined : { start: 0, end: value.length, text, kind };
}

/** What is kept in one place is kept everywhere: else a masked session would no longer agree with itself. */
function keepValues(value: string, pass: MaskingPass): void {
  pass.keep(value);
  for (const { start, end } of detectPersonal(value)) pass.keep(value.slice(start, end));
  for (const parameter of personalParameters(value)) pass.keep(parameter.value.text);
}

function numberEdit(written: string, frame: FieldFrame, pass: MaskingPass): Edit | undefined {
  if (frame.treatment.what === "keep") pass.keep(written);
  const fromField = fieldEdit(written, frame.treatment, pass);
  if (fromField) return numberForm.test(fromField.text) ? fromField : undefined;
  let edit: Edit | undefined;
  pass.find(written, (start, end, kind, replacement) => {
    const text = written.slice(0, start) + replacement + written.slice(end);
    if (numberForm.test(text)) edit = { start: 0, end: written.length, text, kind };
  });
  return edit;
}

/**
 * Edits of JSON text: fields by the treatment of their place, all other strings and the names of members by `textEdits`. Text that is no JSON is edited as
 * far as it reads like it. What is not edited stays as written, byte for byte: white space, numbers, escapes, repeated names.
 */
export function jsonEdits(
  text: string,
  root: FieldFrame,
  pass: MaskingPass,
  textEdits: (text: string) => readonly Edit[],
): Edit[] {
  const edits: Edit[][] = [];
  const add = (start: number, more: readonly Edit[]): void => {
    if (more.length > 0) edits.push(movedEdits(more, start));
  };
  walkJson(text, {
    root,
    member: memberFrame,
    item: itemFrame,
    string: (start, end, frame, isName) => {
      const decoded = decodeJsonEscapes(text.slice(start, end), text.charAt(start - 1));
      if (!isName && frame.treatment.what === "keep") keepValues(decoded.text, pass);
      const field = isName ? undefined : fieldEdit(decoded.text, frame.treatment, pass);
      add(start, writtenEdits(decoded, field ? [field] : textEdits(decoded.text)));
    },
    number: (start, end, frame) => {
      const edit = numberEdit(text.slice(start, end), frame, pass);
      if (edit) add(start, [edit]);
    },
    other: (start, end) => add(start, textEdits(text.slice(start, end))),
  });
  return edits.flat();
}
