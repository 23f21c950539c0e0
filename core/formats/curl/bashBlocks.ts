import { type BashScript, type BrokenOff, readScript } from "./bashScript.ts";

/** A part of a text that is read as a script of its own. `offset` is where it starts in the text. */
export interface BashBlock extends BashScript {
  readonly offset: number;
  readonly text: string;
}

/** Before each line that starts with a curl command. */
const commandStart = /^(?=[ \t]{0,20}(?:[$%>#][ \t]+)?curl(?:\.exe)?\s)/gm;

const closings: Readonly<Record<string, string>> = { "(": ")", "{": "}" };

/** A command is read on in so many blocks after its own: what it lacks may stand after a line that looks like another command. */
const mostJoined = 3;

interface Splitting {
  readonly text: string;
  /** Where blocks may end, in ascending order; the last one is the end of the text. */
  readonly ends: readonly number[];
  /** What closes quotes and brackets, and stands nowhere in the rest of the text. */
  readonly missing: Set<string>;
  /** How many characters may be read once more. */
  budget: number;
}

interface Part {
  readonly script: BashScript;
  /** Of `ends`. */
  readonly index: number;
}

function partUntil({ text, ends }: Splitting, start: number, index: number): Part {
  return { script: readScript(text.slice(start, ends[index])), index };
}

/** The index of the end up to which a part is to be read on, so that what is not closed in it may be; undefined where nothing can. */
function furtherEnd(
  { text, ends, missing }: Splitting,
  { index }: Part,
  { kind, opening }: BrokenOff,
): number | undefined {
  if (index === ends.length - 1) return undefined;
  if (kind !== "mark") return index + 1;
  const last = opening.at(-1) ?? "";
  const closing = closings[last] ?? last;
  if (missing.has(closing)) return undefined;
  const place = text.indexOf(closing, ends[index]);
  if (place < 0) {
    missing.add(closing);
    return undefined;
  }
  let further = index + 1;
  while ((ends[further] ?? text.length) <= place) further++;
  return further;
}

/** The part from `start` on: to the next line that starts with a curl command, or further where a command of it goes on there. */
function nextPart(splitting: Splitting, start: number, index: number): Part {
  let best = partUntil(splitting, start, index);
  let tried = best;
  for (let joined = 0; joined < mostJoined && tried.script.brokenOff; joined++) {
    const further = furtherEnd(splitting, tried, tried.script.brokenOff);
    splitting.budget -= (splitting.ends[further ?? 0] ?? 0) - start;
    if (further === undefined || splitting.budget < 0) break;
    tried = partUntil(splitting, start, further);
    if (tried.script.brokenOff?.command !== best.script.brokenOff?.command) best = tried;
  }
  return best;
}

/**
 * The text as one script; where that is none, because something is not closed or of an apostrophe in the prose around the commands, each command with what
 * follows it.
 */
export function* blocksOf(text: string): Generator<BashBlock> {
  const whole = readScript(text);
  if (whole.isSound) {
    yield { ...whole, offset: 0, text };
    return;
  }
  const starts = Array.from(text.matchAll(commandStart), ({ index }) => index).filter((start) => start > 0);
  const splitting: Splitting = { text, ends: [...starts, text.length], missing: new Set(), budget: 4 * text.length };
  for (let start = 0, index = 0; index < splitting.ends.length; ) {
    const part = nextPart(splitting, start, index);
    const end = splitting.ends[part.index] ?? text.length;
    yield { ...part.script, offset: start, text: text.slice(start, end) };
    start = end;
    index = part.index + 1;
  }
}
