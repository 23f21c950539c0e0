import { useWindowEvent } from "@mantine/hooks";
import { useRef } from "react";
import { isMac } from "./isMac.ts";
import { matchShortcut } from "./shortcut.ts";
import { useRunAction } from "./useAction.ts";

function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("[role=dialog]")) return true;
  // A pane is content-editable only so that it has a caret; one types in it when it can be changed.
  const editor = target.closest(".cm-content");
  if (editor) return editor.getAttribute("aria-readonly") !== "true";
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);
}

/** Runs the actions of the table by their keys; once, near the root. */
export function useShortcuts(): void {
  const run = useRunAction();
  const waiting = useRef<string>(undefined);
  useWindowEvent("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || ["Shift", "Control", "Meta"].includes(event.key)) return;
    const mod = isMac ? event.metaKey : event.ctrlKey;
    const match = matchShortcut({ key: event.key, mod, isTyping: isTypingIn(event.target) }, waiting.current);
    waiting.current = match.waiting;
    if (match.action !== undefined && run(match.action)) event.preventDefault();
  });
}
