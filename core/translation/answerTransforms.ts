import { isJsonNumber, isJsonObject, type Json, numberText } from "../json/json.ts";
import { setMember } from "./target.ts";

type Transform = (value: Json | undefined, otherwise: Json | undefined) => Json | undefined;

/** An empty text is left out natively where it would name something, so that it is nothing to tell. */
function asTaken(value: Json | undefined, sent: Json | undefined): Json | undefined {
  if (value === undefined) return sent === "" ? undefined : sent;
  return isJsonNumber(sent) && numberText(sent) === value ? sent : value;
}

function namesSent(value: Json | undefined, sent: Json | undefined): Json | undefined {
  if (!isJsonObject(value)) return isJsonObject(sent) ? sent : undefined;
  const kept: { [name: string]: Json } = {};
  for (const [name, member] of Object.entries(value)) {
    if (isJsonObject(sent) && Object.hasOwn(sent, name)) setMember(kept, name, member);
  }
  return kept;
}

/** A time in one of Klaviyo's forms; text that names no time stays as it is. */
function time(form: (iso: string) => string, laterMs = 0): Transform {
  return (value, otherwise) => {
    const text = value ?? otherwise;
    if (typeof text !== "string") return text;
    const instant = new Date(text).getTime() + laterMs;
    return Number.isNaN(instant) ? text : form(new Date(instant).toISOString());
  };
}

const week = 7 * 24 * 60 * 60 * 1000;
const toSeconds = (iso: string) => iso.replace(/\.\d+Z$/, "+00:00");
const toMicroseconds = (iso: string) => iso.replace(/Z$/, "000+00:00");

/** Transforms of the way back; undefined leaves the answer's own default. */
export const answerTransforms = {
  asIs: asTaken,
  asSent: (_value, sent) => sent,
  ifSent: (value, sent) => (sent === undefined ? undefined : (value ?? sent)),
  namesSent,
  seconds: time(toSeconds),
  microseconds: time(toMicroseconds),
  weekLater: time(toSeconds, week),
} as const satisfies Record<string, Transform>;
export type AnswerTransform = keyof typeof answerTransforms;

/** What each of them does, for the mapping document. */
export const answerTransformNotes: Readonly<Record<AnswerTransform, string>> = {
  asIs: "The first value, as a number where the client sent one; where there is none, the second.",
  asSent: "The second value, as the client sent it.",
  ifSent: "The first value, where the client sent the second.",
  namesSent: "The members of the first value whose names the client sent.",
  seconds: "The time in whole seconds with +00:00.",
  microseconds: "The time with microseconds and +00:00.",
  weekLater: "Seven days later, in whole seconds with +00:00.",
};
