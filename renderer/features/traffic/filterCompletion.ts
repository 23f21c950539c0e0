import { filterKeys, findFilterKey } from "../../../core/exchange/filter/filterKeys.ts";

export interface FilterOption {
  /** What stands in the place of the term that is being typed. */
  readonly insert: string;
  readonly meaning: string;
}

export interface FilterCompletion {
  /** The term that is being typed, in characters of the text. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly FilterOption[];
}

/** The term before the caret: a minus, perhaps, and what is typed of it; a phrase in quotes is nobody's to complete. */
const openTerm = /(?:^|\s)(-?)([^\s"]*)$/;

function keyOptions(minus: string, typed: string): FilterOption[] {
  return filterKeys
    .filter(({ key }) => key.startsWith(typed.toLowerCase()))
    .map(({ key, meaning }) => ({ insert: `${minus}${key}:`, meaning }));
}

function valueOptions(minus: string, key: string, typed: string): FilterOption[] {
  const row = findFilterKey(key);
  const values: readonly string[] = row?.values ?? [];
  return values
    .filter((value) => value !== typed && value.toLowerCase().startsWith(typed.toLowerCase()))
    .map((value) => ({ insert: `${minus}${row?.key}:${value} `, meaning: "" }));
}

/** What could stand where the caret is, in the words of the table of keys. */
export function completeFilter(text: string, caret: number): FilterCompletion {
  const match = openTerm.exec(text.slice(0, caret));
  if (!match) return { from: caret, to: caret, options: [] };
  const [, minus = "", term = ""] = match;
  const colon = term.indexOf(":");
  const options =
    colon < 0 ? keyOptions(minus, term) : valueOptions(minus, term.slice(0, colon), term.slice(colon + 1));
  return { from: caret - minus.length - term.length, to: caret, options };
}

/** The text with an option in the place of its term, and where the caret then is. */
export function applyOption(
  text: string,
  { from, to }: FilterCompletion,
  insert: string,
): { text: string; caret: number } {
  const after = text.slice(to);
  const joined = insert.endsWith(" ") ? after.trimStart() : after;
  return { text: text.slice(0, from) + insert + joined, caret: from + insert.length };
}

export interface FilterFieldState {
  /** Options are open below the field. */
  readonly isChoosing: boolean;
  /** One of them is chosen, which Enter then takes. */
  readonly hasChosen: boolean;
  readonly isEmpty: boolean;
}

/** What a key means in the field: close the options, clear the text, or leave for the list; undefined for all that types or chooses. */
export function filterKeyMeaning(key: string, state: FilterFieldState): "close" | "clear" | "leave" | undefined {
  if (key === "Escape") return state.isChoosing ? "close" : state.isEmpty ? "leave" : "clear";
  if (key === "Enter") return state.hasChosen ? undefined : "leave";
  return key === "ArrowDown" && !state.isChoosing ? "leave" : undefined;
}
