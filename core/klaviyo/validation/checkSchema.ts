import type { z } from "zod";
import type { Json } from "../../json/json.ts";
import { escapeToken, type Pointer, pointerTokens, toPointer, valueAtTokens } from "../../json/pointer.ts";
import type { Problem } from "../problem.ts";
import type { CheckParams } from "../schemas/fields.ts";
import { quickTest } from "./quickTest.ts";
import { resourceAround } from "./resourceAround.ts";

/** A schema and the quick test of what it takes. */
export interface SchemaCheck<T> {
  readonly schema: z.ZodType<T>;
  readonly takes: (value: unknown) => value is T;
}

/** `T` is what the schema takes, save that an empty list which stands for an empty object is still a list. */
export function schemaCheck<T>(schema: z.ZodType<T>): SchemaCheck<T> {
  return { schema, takes: quickTest(schema) as SchemaCheck<T>["takes"] };
}

type Issue = z.core.$ZodIssue;

const wordedTypes: Readonly<Record<string, string>> = { object: "an object", array: "a list" };

function checkParams(issue: Issue): CheckParams | undefined {
  return issue.code === "custom" ? (issue.params as CheckParams | undefined) : undefined;
}

function fieldName(pointer: Pointer): string {
  const name = pointerTokens(pointer).at(-1) ?? "";
  return /^\d+$/.test(name) ? `item ${name}` : name;
}

function* issueProblems(issue: Issue, document: Json, schema: z.ZodType, above: Pointer): Generator<Problem> {
  const path = issue.path.map(String);
  const pointer = above + toPointer(path);
  if (issue.code === "unrecognized_keys") {
    const resource = resourceAround(schema, [...path, ""]);
    for (const field of issue.keys) {
      yield { code: "unknown-field", pointer: `${pointer}/${escapeToken(field)}`, facts: { field, resource } };
    }
    return;
  }
  const value = valueAtTokens(document, path);
  const field = fieldName(pointer);
  const params = checkParams(issue);
  const isMissing = typeof issue.path.at(-1) === "string" && (value === undefined || value === null);
  if (isMissing || params?.code === "required-field") {
    yield { code: "required-field", pointer, facts: { field, resource: resourceAround(schema, path) } };
  } else if (issue.code === "invalid_value") {
    yield { code: "wrong-resource", pointer, facts: { expected: String(issue.values[0]) } };
  } else if (issue.code === "invalid_type") {
    yield { code: "wrong-type", pointer, facts: { field, expected: wordedTypes[issue.expected] ?? issue.expected } };
  } else {
    yield { code: params?.code ?? "invalid-payload", pointer, facts: { field, ...params?.facts } };
  }
}

/** Applies a schema to what stands at a pointer: yields what it refuses and returns what it took, or undefined when it refused anything. */
export function* checkSchema<T>(
  document: Json,
  { schema, takes }: SchemaCheck<T>,
  pointer: Pointer,
): Generator<Problem, T | undefined> {
  if (takes(document)) return document;
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  for (const issue of result.error.issues) yield* issueProblems(issue, document, schema, pointer);
  return undefined;
}
