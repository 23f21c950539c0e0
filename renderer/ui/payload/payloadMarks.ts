import { type EditorState, type Extension, type Range, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import type { Tree } from "@lezer/common";
import type { Pointer } from "../../../core/json/pointer.ts";
import { type PointedRange, rangeOf, type TextRange, wholeTree } from "./jsonPointers.ts";
import classes from "./payload.module.css";

/** Something to show on a field. `trace`: its way is shown; `warn` and `bad`: a finding, whose message is `title`. */
export interface PayloadMark {
  readonly pointer: Pointer;
  readonly kind: "trace" | "warn" | "bad";
  readonly title?: string;
}

/** What of a field is marked: a member with a plain value as a whole, of an object or list only the name. */
function markedRange(state: EditorState, { from, to, name, value }: PointedRange): TextRange {
  const isContainer = /[[{]/.test(state.sliceDoc(value.from, value.from + 1));
  if (!isContainer) return { from, to };
  return name ?? { from: value.from, to: value.from + 1 };
}

function decorationsOf(state: EditorState, tree: Tree, mark: PayloadMark): Range<Decoration>[] {
  const range = rangeOf(state, mark.pointer, tree);
  if (!range) return [];
  const { from, to } = markedRange(state, range);
  const line = Decoration.line({ class: classes.traceLine ?? "" }).range(state.doc.lineAt(from).from);
  if (mark.kind === "trace") return [line, Decoration.mark({ class: classes.trace ?? "" }).range(from, to)];
  const named = range.name ?? range.value;
  const attributes = mark.title === undefined ? {} : { title: mark.title };
  return [Decoration.mark({ class: classes[mark.kind] ?? "", attributes }).range(named.from, named.to)];
}

const setMarks = StateEffect.define<readonly PayloadMark[]>();

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        const tree = wholeTree(transaction.state);
        return Decoration.set(
          effect.value.flatMap((mark) => decorationsOf(transaction.state, tree, mark)),
          true,
        );
      }
    }
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const payloadMarks: Extension = markField;

export function showMarks(view: EditorView, marks: readonly PayloadMark[]): void {
  view.dispatch({ effects: setMarks.of(marks) });
}
