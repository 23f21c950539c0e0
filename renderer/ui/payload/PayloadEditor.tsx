import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { Pointer } from "../../../core/json/pointer.ts";
import { pointerAt, pointerAtCaret, rangeOf } from "./jsonPointers.ts";
import classes from "./payload.module.css";
import { readingExtensions } from "./payloadExtensions.ts";
import { type PayloadMark, payloadMarks, showMarks } from "./payloadMarks.ts";
import { laidOutAtOnce } from "./useLaidOut.ts";

export interface PayloadHandle {
  /** Scrolls a field into view. */
  reveal(pointer: Pointer): void;
  /** Gives the pane the focus, with the caret at the field if there is one. */
  focus(pointer?: Pointer): void;
}

/** Pointers count from the root of the text shown. undefined: no field is pointed at any more. */
export interface PayloadEvents {
  readonly onHover?: (pointer: Pointer | undefined) => void;
  readonly onCaret?: (pointer: Pointer | undefined) => void;
  /** F6 (1) and Shift-F6 (-1). */
  readonly onJump?: (step: 1 | -1) => void;
}

interface PayloadEditorProps extends PayloadEvents {
  readonly label: string;
  readonly text: string;
  readonly isJson: boolean;
  readonly marks: readonly PayloadMark[];
  readonly handle?: Ref<PayloadHandle>;
}

function handleOf(view: () => EditorView | null): PayloadHandle {
  const go = (pointer: Pointer, isFocused: boolean) => {
    const editor = view();
    const range = editor && rangeOf(editor.state, pointer);
    if (!range) return;
    // What is in view already stays where it is.
    const effects = EditorView.scrollIntoView(range.from, { y: "nearest", yMargin: 48 });
    editor.dispatch(isFocused ? { effects, selection: { anchor: range.from } } : { effects });
  };
  return {
    reveal: (pointer) => go(pointer, false),
    focus: (pointer) => {
      if (pointer !== undefined) go(pointer, true);
      view()?.focus();
    },
  };
}

/** The blank beside a line belongs to no field. */
function hoveredPointer(view: EditorView, event: MouseEvent): Pointer | undefined {
  if (event.target instanceof Element && event.target.matches(".cm-line, .cm-content, .cm-scroller")) return undefined;
  const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
  return position === null ? undefined : pointerAt(view.state, position);
}

/** A body to read in CodeMirror, with its fields as places that can be pointed at and marked. */
export function PayloadEditor(props: PayloadEditorProps) {
  const { label, text, isJson, marks } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const onHover = useEffectEvent((pointer: Pointer | undefined) => props.onHover?.(pointer));
  const onCaret = useEffectEvent((pointer: Pointer | undefined) => props.onCaret?.(pointer));
  const onJump = useEffectEvent((step: 1 | -1) => props.onJump?.(step));

  useLayoutEffect(() => {
    if (!place.current) return;
    const jump = (step: 1 | -1) => {
      onJump(step);
      return true;
    };
    const events = [
      EditorView.domEventHandlers({
        mousemove: (event, editor) => onHover(hoveredPointer(editor, event)),
        mouseleave: () => onHover(undefined),
      }),
      EditorView.updateListener.of((update) => {
        if (update.selectionSet && update.view.hasFocus) {
          onCaret(pointerAtCaret(update.state, update.state.selection.main.head));
        }
      }),
      keymap.of([
        { key: "F6", run: () => jump(1) },
        { key: "Shift-F6", run: () => jump(-1) },
      ]),
    ];
    const reading = readingExtensions(label, isJson, text.length > laidOutAtOnce);
    const state = EditorState.create({ doc: text, extensions: [events, reading, payloadMarks] });
    if (view.current) view.current.setState(state);
    else view.current = new EditorView({ state, parent: place.current });
  }, [label, text, isJson]);
  // Again after the text has changed: marks count from the fields of the text shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text needs its marks too
  useEffect(() => {
    if (view.current) showMarks(view.current, marks);
  }, [marks, text, isJson, label]);
  useEffect(
    () => () => {
      view.current?.destroy();
      view.current = null;
    },
    [],
  );
  useImperativeHandle(props.handle, () => handleOf(() => view.current), []);

  return <div ref={place} className={classes.place} />;
}
