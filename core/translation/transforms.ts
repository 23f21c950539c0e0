import { isJsonArray, isJsonNumber, isJsonObject, type Json, numberText } from "../json/json.ts";
import { isIdentifierName, isStandardAttribute } from "../native/fields.ts";
import { standardEvents } from "../native/standardEvents.ts";
import { eventTypeName } from "./eventTypeName.ts";
import { absent, carried, Fate, lost, type Note, note, settled } from "./fate.ts";
import type { FindingCode } from "./findingCatalogue.ts";
import { remembered } from "./remembered.ts";
import type { MetricTable } from "./translation.ts";

/** What a transform may know besides the value: the member's name, the finding that a losing row names, and the workspace's metric table. */
export interface Site {
  readonly name: string;
  readonly finding: FindingCode;
  readonly metrics: MetricTable;
}

/** Takes a value to its native form, purely. A plain value is carried without remark; a `Fate` says more. */
export type Transform = (value: Json, site: Site) => Json | Fate;

function text(value: Json): Json | Fate {
  if (typeof value === "string") return value;
  return isJsonNumber(value) ? carried(numberText(value), note("number-for-string")) : lost("unexpected-type");
}

function scalar(value: Json): Json | Fate {
  return isJsonObject(value) || isJsonArray(value) ? lost("unexpected-type") : value;
}

const nothing = absent();
const leftOut = absent(note("null-value"));
const leftOutEmpty = absent(note("empty-text"));

function filledText(value: Json): Json | Fate {
  if (value === null) return leftOut;
  return value === "" ? leftOutEmpty : text(value);
}

/** Turns a transform of text into one that has more to say about it. */
function ofText(value: Json, refine: (text: string, remarks: readonly Note[]) => Fate): Fate {
  if (typeof value === "string") return refine(value, []);
  const read = text(value);
  return read instanceof Fate && typeof read.value === "string"
    ? refine(read.value, read.notes)
    : lost("unexpected-type");
}

const leftOutKey = note("no-unique-id");

function idempotencyKey(value: Json): Json | Fate {
  const fate = filledText(value);
  return fate === leftOut || fate === leftOutEmpty ? absent(...fate.notes, leftOutKey) : fate;
}

interface NamedType {
  readonly type: string;
  readonly notes: readonly Note[];
}

const typeOf = remembered((name): NamedType => {
  const type = eventTypeName(name);
  return { type, notes: standardEventNotes(name, type) };
});

function standardEventNotes(name: string, eventType: string): readonly Note[] {
  const fit = standardEvents.find(({ metrics }) => metrics.includes(eventType));
  if (!fit) return [];
  const needs = fit.needs.length > 0 ? fit.needs.map((property) => `\`${property}\``).join(", ") : "none in particular";
  return [note("standard-event-fits", { name, eventType, standard: fit.eventType, purpose: fit.purpose, needs })];
}

function eventType(value: Json, { metrics }: Site): Fate {
  return ofText(value, (name, remarks) => {
    const own = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
    if (own) return settled(own, ...remarks);
    const { type, notes } = typeOf(name);
    return carried(type, ...remarks, ...notes);
  });
}

const date = /^\d{4}-\d{2}-\d{2}$/;
const zonelessTime = /^\d{4}-\d{2}-\d{2}[t ]\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?$/i;

function dateTime(value: Json): Json | Fate {
  if (value === null) return leftOut;
  if (typeof value !== "string") return text(value);
  if (date.test(value)) return carried(`${value}T00:00:00Z`, note("time-without-zone"));
  return zonelessTime.test(value) ? carried(`${value}Z`, note("time-without-zone")) : value;
}

/** A custom property among the native attributes, where identifiers and standard attributes have their names already. */
function customAttribute(value: Json, { name }: Site): Json | Fate {
  if (isIdentifierName(name)) return lost("conflict", { from: `properties.${name}`, to: name });
  return isStandardAttribute(name) ? carried(value, note("standard-name", { to: name })) : value;
}

/** Transforms of the fields that the native API takes. */
export const carryingTransforms = {
  asIs: (value) => value,
  scalar,
  scalarUnlessNull: (value) => (value === null ? leftOut : scalar(value)),
  textOrNull: (value) => (value === null ? null : text(value)),
  textUnlessNull: (value) => (value === null ? leftOut : text(value)),
  filledText,
  idempotencyKey,
  eventType,
  dateTime,
  customAttribute,
  structure: () => nothing,
} as const satisfies Record<string, Transform>;
export type CarryingTransform = keyof typeof carryingTransforms;

/** Transforms of the fields that nothing native takes. */
export const losingTransforms = {
  lost: (value, { finding }) => (value === null ? leftOut : lost(finding)),
  lostId: (value, { finding }) => (value === null ? leftOut : value === "" ? absent(note("empty-id")) : lost(finding)),
} as const satisfies Record<string, Transform>;
export type LosingTransform = keyof typeof losingTransforms;

export const transforms: Readonly<Record<CarryingTransform | LosingTransform, Transform>> = {
  ...carryingTransforms,
  ...losingTransforms,
};

/** What each transform does, for the mapping document. */
export const transformNotes: Readonly<Record<CarryingTransform | LosingTransform, string>> = {
  asIs: "The value as it is, with everything below it.",
  scalar: "A string, number, boolean or null as it is.",
  scalarUnlessNull: "A string, number or boolean as it is; null is left out.",
  textOrNull: "Text; a number becomes its text as sent; null stays null.",
  textUnlessNull: "Text; a number becomes its text as sent; null is left out.",
  filledText: "Text; a number becomes its text as sent; null and the empty text are left out.",
  idempotencyKey:
    "Text; a number becomes its text as sent; null and the empty text are left out, and that there is no key is told.",
  eventType: "The workspace's metric table (exact name), else the name in snake_case.",
  dateTime: "The time as sent; without a zone it gets `Z`, a bare date midnight UTC; null is left out.",
  customAttribute: "The value as it is, unless its name belongs to an identifier.",
  structure: "Says where a value stands and carries none itself.",
  lost: "Not sent; the finding says why.",
  lostId: "Not sent; an empty id is taken as absent.",
};
