import { isJson } from "../../../core/json/json.ts";
import { prettyJson } from "../../../core/json/prettyJson.ts";

/** A body as a pane shows it. Only what is JSON is laid out and coloured; everything else stands as it came. */
export interface LaidOut {
  readonly text: string;
  readonly isJson: boolean;
}

/** `isCut` tells that the end of the body is missing, so that it cannot be checked whole. */
export function layOut(text: string, isCut: boolean): LaidOut {
  const canBeJson = isCut ? /^\s*[[{]/.test(text) : isJson(text);
  return canBeJson ? { text: prettyJson(text), isJson: true } : { text, isJson: false };
}
