import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { editorLook, jsonColours } from "../../../ui/payload/payloadExtensions.ts";
import { payloadMarks } from "../../../ui/payload/payloadMarks.ts";
import { schemaCompletion } from "./schemaCompletion.ts";
import { schemaHover } from "./schemaHover.ts";
import type { SchemaNode } from "./schemaNode.ts";

const composeLook = EditorView.theme({
  ".cm-activeLine": { background: "var(--wb-hover)" },
  ".cm-lineNumbers .cm-gutterElement": { paddingInline: "0", minWidth: "1.5rem" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { background: "var(--wb-accent-soft)" },
  ".cm-gutter-lint": { width: "0.875rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0" },
  ".cm-tooltip": { borderRadius: "var(--mantine-radius-sm)", overflow: "hidden" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mantine-font-family-monospace)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.125rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--wb-accent-soft)",
    color: "var(--wb-text)",
  },
  ".cm-completionDetail": { color: "var(--wb-text-dim)", fontStyle: "normal" },
  ".cm-completionMatchedText": { color: "var(--wb-accent-text)", textDecoration: "none", fontWeight: "650" },
  ".cm-completionInfo": { maxWidth: "22rem", fontFamily: "var(--mantine-font-family)", padding: "0.5rem 0.625rem" },
  ".cm-schema-hover": { maxWidth: "26rem", padding: "0.5rem 0.625rem", fontFamily: "var(--mantine-font-family)" },
  ".cm-schema-pointer": { fontFamily: "var(--mantine-font-family-monospace)", color: "var(--wb-text-dim)" },
  ".cm-schema-type": { fontWeight: "650" },
  ".cm-diagnostic": { maxWidth: "30rem", fontFamily: "var(--mantine-font-family)", padding: "0.5rem 0.625rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wb-bad)" },
});

/** A body to write: completion, hover texts, folding, search, undo. Long lines wrap, but not in a large body, where that is slow. */
export function composeExtensions(label: string, schema: () => SchemaNode | undefined, isLarge: boolean): Extension {
  return [
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    json(),
    indentUnit.of("  "),
    isLarge ? [] : EditorView.lineWrapping,
    lintGutter(),
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ override: [schemaCompletion(schema)], icons: false }),
    schemaHover(schema),
    search({ top: true }),
    payloadMarks,
    jsonColours,
    editorLook,
    composeLook,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap,
    ]),
  ];
}
