import { json } from "@codemirror/lang-json";
import { MergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useLayoutEffect, useRef } from "react";
import { editorLook, jsonColours } from "../../../ui/payload/payloadExtensions.ts";
import classes from "./MergeText.module.css";

/** Two very different texts are compared less precisely rather than slowly. */
const diffConfig = { scanLimit: 1000, timeout: 500 };

/** The marks of the merge view in the colours of the interface; which lines differ is told by the gutter as well. */
const mergeLook = EditorView.theme({
  "&": { height: "auto" },
  "&.cm-merge-a .cm-changedLine, &.cm-merge-b .cm-changedLine": { background: "var(--wb-hover)" },
  "&.cm-merge-a .cm-changedText, &.cm-merge-b .cm-changedText": { background: "var(--wb-trace)" },
  ".cm-collapsedLines": { background: "var(--wb-quiet-soft)", color: "var(--wb-quiet)" },
  ".cm-changeGutter": { width: "3px" },
  "&.cm-merge-a .cm-changedLineGutter, &.cm-merge-b .cm-changedLineGutter": { background: "var(--wb-trace-line)" },
});

function reading(label: string): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
    EditorView.lineWrapping,
    json(),
    jsonColours,
    editorLook,
    mergeLook,
  ];
}

/** Two texts side by side, line by line; what is the same on both sides is folded. */
export function MergeText({ left, right, label }: { left: string; right: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!place.current) return;
    const view = new MergeView({
      a: { doc: left, extensions: reading(`${label}, left`) },
      b: { doc: right, extensions: reading(`${label}, right`) },
      parent: place.current,
      collapseUnchanged: { margin: 3, minSize: 6 },
      diffConfig,
    });
    return () => view.destroy();
  }, [left, right, label]);
  return <div ref={place} className={classes.place} />;
}
