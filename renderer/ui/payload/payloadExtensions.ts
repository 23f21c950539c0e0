import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { styleNonce } from "../../theme/styleNonce.ts";

export const jsonColours: Extension = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: "var(--wb-syntax-key)" },
    { tag: tags.string, color: "var(--wb-syntax-string)" },
    { tag: tags.number, color: "var(--wb-syntax-number)" },
    { tag: [tags.bool, tags.null], color: "var(--wb-syntax-literal)" },
    { tag: [tags.punctuation, tags.separator, tags.bracket], color: "var(--wb-text-dim)" },
  ]),
);

/** The look that all editors share; `EditorView.cspNonce` lets the page take the style element that it becomes. */
export const editorLook: Extension = [
  EditorView.cspNonce.of(styleNonce),
  EditorView.theme({
    "&": {
      height: "100%",
      fontSize: "var(--mantine-font-size-xs)",
      color: "var(--wb-text)",
      background: "var(--wb-surface)",
    },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.55" },
    ".cm-content": { padding: "0.375rem 0" },
    ".cm-line": { padding: "0 0.5rem 0 0.25rem" },
    ".cm-cursor": { borderLeftColor: "var(--wb-accent)", borderLeftWidth: "2px" },
    ".cm-gutters": { background: "none", border: "none", color: "var(--wb-text-dim)" },
    ".cm-foldGutter .cm-gutterElement": { padding: "0 0 0 0.25rem", cursor: "pointer" },
    ".cm-foldPlaceholder": {
      background: "var(--wb-quiet-soft)",
      border: "none",
      color: "var(--wb-quiet)",
      padding: "0 0.25rem",
    },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
      background: "var(--wb-selection)",
    },
    ".cm-panels": { background: "var(--wb-canvas)", color: "var(--wb-text)", borderColor: "var(--wb-line)" },
    ".cm-panel.cm-search": { padding: "0.25rem 1.75rem 0.25rem 0.5rem" },
    ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": {
      fontSize: "var(--mantine-font-size-xs)",
      borderRadius: "var(--mantine-radius-sm)",
      backgroundImage: "none",
    },
    ".cm-panels-top": { borderBottom: "1px solid var(--wb-line)" },
    ".cm-textfield": {
      background: "var(--wb-surface)",
      border: "1px solid var(--wb-line-strong)",
      color: "var(--wb-text)",
    },
    ".cm-button": { background: "var(--wb-surface)", border: "1px solid var(--wb-line)", color: "var(--wb-text)" },
    ".cm-searchMatch": { background: "var(--wb-selection)" },
    ".cm-searchMatch-selected": { outline: "2px solid var(--wb-accent)" },
    ".cm-tooltip": { background: "var(--wb-raised)", border: "1px solid var(--wb-line)", color: "var(--wb-text)" },
  }),
];

/** A body to read: caret, folding and search, no change. Long lines wrap, but not in a large body, where that is slow. */
export function readingExtensions(label: string, isJson: boolean, isLarge: boolean): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
    isJson ? [json(), codeFolding(), foldGutter()] : [],
    isLarge ? [] : EditorView.lineWrapping,
    drawSelection(),
    search({ top: true }),
    keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
    jsonColours,
    editorLook,
  ];
}
