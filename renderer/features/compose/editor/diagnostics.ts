import type { Diagnostic } from "@codemirror/lint";
import type { EditorState } from "@codemirror/state";
import { pointerTokens, toPointer } from "../../../../core/json/pointer.ts";
import type { Finding } from "../../../../core/translation/finding.ts";
import { rangeOf, type TextRange, wholeTree } from "../../../ui/payload/jsonPointers.ts";
import type { SyntaxFault } from "../analysis/draftAnalysis.ts";

/** Where to show what is said of a field; of one that is missing, at the nearest around it that is there. */
function placeOf(state: EditorState, pointer: string): TextRange {
  const tree = wholeTree(state);
  const tokens = pointerTokens(pointer);
  for (let length = tokens.length; length > 0; length--) {
    const range = rangeOf(state, toPointer(tokens.slice(0, length)), tree);
    if (range) return length < tokens.length && range.name ? range.name : range.value;
  }
  return { from: 0, to: Math.min(1, state.doc.length) };
}

/** An object or list is marked by its opening bracket's line alone. */
function firstLine(state: EditorState, { from, to }: TextRange): TextRange {
  return { from, to: Math.max(from, Math.min(to, state.doc.lineAt(from).to)) };
}

/** What the answer would refuse, at its place in the text. */
export function draftDiagnostics(
  state: EditorState,
  findings: readonly Finding[],
  fault: SyntaxFault | undefined,
): Diagnostic[] {
  if (fault) {
    const from = Math.max(0, Math.min(fault.offset, state.doc.length - 1));
    const to = Math.min(from + 1, state.doc.length);
    return [{ from, to, severity: "error", message: fault.message }];
  }
  return findings
    .filter(({ kind }) => kind === "refused")
    .map(({ pointer, message }) => ({
      ...firstLine(state, placeOf(state, pointer)),
      severity: "error" as const,
      message,
    }));
}
