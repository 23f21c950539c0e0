/**
 * The kinds of field that Klaviyo's request documents are made of. Each accepts what clients in the field send and production takes (a number for a string,
 * null, an empty list for an empty object), and describes itself to the editor by its documented type. Numbers too long for JavaScript count as numbers.
 */
import { z } from "zod";
import { isJsonNumber, isRawNumber, type JsonNumber, type JsonObject, numberText } from "../../json/json.ts";
import type { Limit } from "../limits.ts";
import type { ProblemCode } from "../problem.ts";

/** How a field shows in the editor. */
export interface FieldText {
  readonly title: string;
  readonly description: string;
  readonly examples?: readonly (string | number | boolean)[];
}

export type TextValue = string | JsonNumber | null;

/** What a failed check hands to the problem it becomes; carried as `params` of the zod issue. */
export interface CheckParams {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

const wrongType = (expected: string): { params: CheckParams } => ({
  params: { code: "wrong-type", facts: { expected } },
});

function isText(value: unknown): value is TextValue {
  return typeof value === "string" || value === null || isJsonNumber(value);
}

/** The text of a field; a number as it was sent. Undefined where there is none. */
export function textOf(value: TextValue | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === "string" ? value : numberText(value);
}

export function text(field: FieldText) {
  return z.custom<TextValue>(isText, wrongType("a string")).meta({ ...field, type: ["string", "null"] });
}

/** Text that must have a form where it is there at all. */
export function formattedText(field: FieldText, code: ProblemCode, hasForm: (text: string) => boolean) {
  const passes = (value: TextValue): boolean => value === null || hasForm(textOf(value) ?? "");
  const params: CheckParams = { code, facts: {} };
  return text(field)
    .refine(passes, { params })
    .meta({ ...field, type: ["string", "null"] });
}

/** Text with a greatest length, counted in code points. */
export function boundedText(field: FieldText, { value: limit, problem }: Limit) {
  const fits = (value: TextValue): boolean => {
    const content = textOf(value) ?? "";
    return content.length <= limit || [...content].length <= limit;
  };
  const params: CheckParams = { code: problem, facts: { limit } };
  return text(field)
    .refine(fits, { params })
    .meta({ ...field, type: ["string", "null"] });
}

/** Text that names something: it is kept as UTF-8, where half of a surrogate pair would make it another's name. */
export function wellFormed<Text extends z.ZodType<TextValue>>(schema: Text): Text {
  const params: CheckParams = { code: "malformed-text", facts: {} };
  return schema.refine((value) => (textOf(value) ?? "").isWellFormed(), { params });
}

export function number(field: FieldText) {
  const isNumber = (value: unknown): boolean => value === null || isJsonNumber(value);
  return z.custom<JsonNumber | null>(isNumber, wrongType("a number")).meta({ ...field, type: ["number", "null"] });
}

export function textOrNumber(field: FieldText) {
  return z
    .custom<TextValue>(isText, wrongType("a string or a number"))
    .meta({ ...field, type: ["string", "number", "null"] });
}

export function flag(field: FieldText) {
  const isFlag = (value: unknown): boolean => value === null || typeof value === "boolean";
  return z.custom<boolean | null>(isFlag, wrongType("true or false")).meta({ ...field, type: ["boolean", "null"] });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isFreeObject(value: unknown): boolean {
  if (value === null || isEmptyList(value)) return true;
  return typeof value === "object" && !Array.isArray(value) && !isJsonNumber(value);
}

/** An object of the client's own making, `{}` or PHP's `[]` where it is empty. */
export function freeObject(field: FieldText) {
  return z
    .custom<JsonObject | readonly [] | null>(isFreeObject, wrongType("an object"))
    .meta({ ...field, type: ["object", "null"] });
}

/** A name or a list of names. */
export function names(field: FieldText) {
  const isNames = (value: unknown): boolean => isText(value) || (Array.isArray(value) && value.every(isText));
  return z
    .custom<TextValue | readonly TextValue[]>(isNames, wrongType("a string or a list of strings"))
    .meta({ ...field, type: ["string", "array", "null"], items: { type: "string" } });
}

/** Lets `[]` stand for an empty object: PHP writes an empty map so. */
export function orEmptyList<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (isEmptyList(value) ? {} : value), schema);
}

/** A number that keeps its text is an object to JavaScript, which a schema of objects would take for one. */
function refuseRawNumber(value: unknown): unknown {
  return isRawNumber(value) ? Number(value.rawJSON) : value;
}

/** An object with no other members than these. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(refuseRawNumber, z.strictObject(shape));
}

/** An object whose other members are taken and lead nowhere. */
export function looseObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(refuseRawNumber, z.looseObject(shape));
}

/** A resource object of JSON:API: its `type`, and what else it has. */
export function resource<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return looseObject({
    type: z.literal(type).meta({ title: "Type", description: `Always "${type}".` }),
    ...shape,
  });
}

/** A JSON:API member that holds its resource, or its list of resources, in `data`. */
export function holder<Data extends z.ZodType>(data: Data, field: Pick<FieldText, "title" | "description">) {
  return looseObject({ data }).meta(field);
}
