import type { FilterTest } from "./filterTerm.ts";

/** Reads the value of a term; undefined when it is none that the key takes. */
export type ReadValue = (value: string) => FilterTest | undefined;

function between(least: number, most: number): FilterTest {
  return {
    form: "bounds",
    bounds: [
      { operator: ">=", than: least },
      { operator: "<=", than: most },
    ],
  };
}

/** Takes what `read` does, or nothing. */
export function orNone(read: ReadValue): ReadValue {
  return (value) => (value.toLowerCase() === "none" ? { form: "none" } : read(value));
}

/** "4xx", "404", "400-429". */
export const readStatus: ReadValue = (value) => {
  const family = /^([1-5])xx$/i.exec(value);
  if (family) return between(Number(family[1]) * 100, Number(family[1]) * 100 + 99);
  const range = /^(\d{3})(?:-(\d{3}))?$/.exec(value);
  return range ? between(Number(range[1]), Number(range[2] ?? range[1])) : undefined;
};

export const readWord: ReadValue = (value) => ({ form: "word", word: value.toLowerCase() });

export function readOneOf(words: readonly string[]): ReadValue {
  return (value) => (words.includes(value.toLowerCase()) ? readWord(value) : undefined);
}

const operators: ReadonlySet<string> = new Set([">", ">=", "<", "<="]);
const perUnit: Readonly<Record<string, number>> = { "": 1, ms: 1, s: 1000 };

function isOperator(text: string | undefined): text is ">" | ">=" | "<" | "<=" {
  return text !== undefined && operators.has(text);
}

/** ">100", "<=1.5s", "100-200", "100ms-1s"; milliseconds when nothing is said. */
export const readDuration: ReadValue = (value) => {
  const amount = String.raw`(\d+(?:\.\d+)?)(ms|s|)`;
  const bound = new RegExp(`^([<>]=?)${amount}$`).exec(value);
  if (bound && isOperator(bound[1])) {
    return {
      form: "bounds",
      bounds: [{ operator: bound[1], than: Number(bound[2]) * (perUnit[bound[3] ?? ""] ?? 1) }],
    };
  }
  const range = new RegExp(`^${amount}-${amount}$`).exec(value);
  if (!range) return undefined;
  return between(Number(range[1]) * (perUnit[range[2] ?? ""] ?? 1), Number(range[3]) * (perUnit[range[4] ?? ""] ?? 1));
};

const timeForm = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/i;

/** A day or a moment in ISO 8601; UTC when no zone is said, so that the same filter means the same everywhere. */
export function readTime(operator: "<" | ">="): ReadValue {
  return (value) => {
    const parts = timeForm.exec(value);
    if (!parts) return undefined;
    const time = new Date(`${parts[1]}T${parts[2] ?? "00:00"}${parts[3] ?? "Z"}`);
    if (Number.isNaN(time.getTime())) return undefined;
    return { form: "bounds", bounds: [{ operator, than: time.toISOString() }] };
  };
}
