import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { Finding } from "../../../../core/translation/finding.ts";
import { pointerAt, pointerAtCaret, rangeOf } from "../../../ui/payload/jsonPointers.ts";
import type { PayloadEvents, PayloadHandle } from "../../../ui/payload/PayloadEditor.tsx";
import { type PayloadMark, showMarks } from "../../../ui/payload/payloadMarks.ts";
import { laidOutAtOnce } from "../../../ui/payload/useLaidOut.ts";
import type { SyntaxFault } from "../analysis/draftAnalysis.ts";
import classes from "./ComposeEditor.module.css";
import { composeExtensions } from "./composeExtensions.ts";
import { draftDiagnostics } from "./diagnostics.ts";
import type { SchemaNode } from "./schemaNode.ts";
import { createTextReport } from "./textReport.ts";

export interface ComposeEditorHandle extends PayloadHandle {
  /** Reports what was typed at once, and answers with the text. */
  flush(): string;
}

interface ComposeEditorProps extends PayloadEvents {
  readonly label: string;
  /** Replaces what is in the editor where it is not what the editor reported last. */
  readonly text: string;
  readonly schema: SchemaNode | undefined;
  readonly findings: readonly Finding[];
  readonly fault: SyntaxFault | undefined;
  readonly marks: readonly PayloadMark[];
  readonly handle: Ref<ComposeEditorHandle>;
  readonly onText: (text: string) => void;
  readonly onSend: () => void;
}

/** A body to write in CodeMirror, judged by what the server would answer. */
export function ComposeEditor(props: ComposeEditorProps) {
  const { label, text, findings, fault, marks } = props;
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const schema = useRef(props.schema);
  const report = useRef(createTextReport());
  const onText = useEffectEvent((typed: string) => props.onText(typed));
  const onSend = useEffectEvent(() => props.onSend());
  const onHover = useEffectEvent((pointer: string | undefined) => props.onHover?.(pointer));
  const onCaret = useEffectEvent((pointer: string | undefined) => props.onCaret?.(pointer));
  const onJump = useEffectEvent((step: 1 | -1) => props.onJump?.(step));
  const initialText = useRef(text);

  useLayoutEffect(() => {
    if (!place.current) return;
    const doc = initialText.current;
    const run = (act: () => void) => () => {
      act();
      return true;
    };
    const own = [
      EditorView.updateListener.of((update) => {
        if (update.docChanged) report.current.later(() => update.view.state.doc.toString(), onText);
        if (update.selectionSet && update.view.hasFocus) {
          onCaret(pointerAtCaret(update.state, update.state.selection.main.head));
        }
      }),
      EditorView.domEventHandlers({
        mousemove: (event, editor) => {
          const position = editor.posAtCoords({ x: event.clientX, y: event.clientY });
          onHover(position === null ? undefined : pointerAt(editor.state, position));
        },
        mouseleave: () => onHover(undefined),
      }),
      Prec.highest(
        keymap.of([
          { key: "Mod-Enter", run: run(() => onSend()) },
          { key: "F6", run: run(() => onJump(1)) },
          { key: "Shift-F6", run: run(() => onJump(-1)) },
        ]),
      ),
    ];
    const extensions = [own, composeExtensions(label, () => schema.current, doc.length > laidOutAtOnce)];
    const editor = new EditorView({ state: EditorState.create({ doc, extensions }), parent: place.current });
    view.current = editor;
    const reporting = report.current;
    reporting.known(doc);
    return () => {
      reporting.flush();
      editor.destroy();
      view.current = null;
    };
  }, [label]);

  useEffect(() => {
    schema.current = props.schema;
  }, [props.schema]);
  useEffect(() => {
    initialText.current = text;
    const editor = view.current;
    if (!editor || report.current.isKnown(text)) return;
    report.current.known(text);
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, selection: { anchor: 0 } });
    report.current.cancel();
  }, [text]);
  useEffect(() => {
    if (view.current)
      view.current.dispatch(setDiagnostics(view.current.state, draftDiagnostics(view.current.state, findings, fault)));
  }, [findings, fault]);
  useEffect(() => {
    if (view.current) showMarks(view.current, marks);
  }, [marks]);
  useImperativeHandle(props.handle, () => handleOf(() => view.current, report.current), []);

  return <div ref={place} className={classes.place} />;
}

function handleOf(view: () => EditorView | null, report: ReturnType<typeof createTextReport>): ComposeEditorHandle {
  const go = (pointer: string, isFocused: boolean) => {
    const editor = view();
    const range = editor && rangeOf(editor.state, pointer);
    if (!range) return;
    const effects = EditorView.scrollIntoView(range.from, { y: "nearest", yMargin: 24 });
    editor.dispatch(isFocused ? { effects, selection: { anchor: range.value.from } } : { effects });
  };
  return {
    reveal: (pointer) => go(pointer, false),
    focus: (pointer) => {
      if (pointer !== undefined) go(pointer, true);
      view()?.focus();
    },
    flush: () => {
      report.flush();
      return view()?.state.doc.toString() ?? "";
    },
  };
}
