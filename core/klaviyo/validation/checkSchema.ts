import type { z } from "zod";
import { isJsonArray, isJsonObject, type Json } from "../../json/json.ts";
import { type Pointer, pointerTokens, toPointer } from "../../json/pointer.ts";
import type { Problem } from "../problem.ts";
import type { CheckParams } from "../schemas/fields.ts";
import { quickTest } from "./quickTest.ts";

/** A schema, the quick test of what it takes, and the type of the resource around it. */
export interface SchemaCheck<T> {
  readonly schema: z.ZodType<T>;
  readonly takes: (value: unknown) => value is T;
  readonly resource: string;
}

/** `T` is what the schema takes, save that an empty list which stands for an empty object is still a list. */
export function schemaCheck<T>(schema: z.ZodType<T>, resource: string): SchemaCheck<T> {
  return { schema, takes: quickTest(schema) as SchemaCheck<T>["takes"], resource };
}

type Issue = z.core.$ZodIssue;

/** Types whose names may appear in an error; another one is the client's own text. */
const resourceTypes: ReadonlySet<string> = new Set([
  "event",
  "metric",
  "profile",
  "event-bulk-create",
  "event-bulk-create-job",
  "profile-bulk-import-job",
  "list",
]);

const wordedTypes: Readonly<Record<string, string>> = { object: "an object", array: "a list" };

function memberAt(value: Json | undefined, token: PropertyKey): Json | undefined {
  if (isJsonArray(value)) return value[Number(token)];
  if (isJsonObject(value) && Object.hasOwn(value, token)) return value[String(token)];
  return undefined;
}

/** The value an issue is about and the type of the innermost resource around it. */
function locate(
  document: Json,
  path: readonly PropertyKey[],
  outer: string,
): { value: Json | undefined; resource: string } {
  let value: Json | undefined = document;
  let resource = outer;
  for (const token of path) {
    const type = memberAt(value, "type");
    if (typeof type === "string" && resourceTypes.has(type)) resource = type;
    value = memberAt(value, token);
  }
  return { value, resource };
}

function checkParams(issue: Issue): CheckParams | undefined {
  return issue.code === "custom" ? (issue.params as CheckParams | undefined) : undefined;
}

function fieldName(pointer: Pointer): string {
  const name = pointerTokens(pointer).at(-1) ?? "";
  return /^\d+$/.test(name) ? `item ${name}` : name;
}

function* issueProblems(issue: Issue, document: Json, outer: string, above: Pointer): Generator<Problem> {
  const at = (path: readonly PropertyKey[]): Pointer => above + toPointer(path.map(String));
  if (issue.code === "unrecognized_keys") {
    const { resource } = locate(document, [...issue.path, ""], outer);
    for (const field of issue.keys) {
      yield { code: "unknown-field", pointer: at([...issue.path, field]), facts: { field, resource } };
    }
    return;
  }
  const { value, resource } = locate(document, issue.path, outer);
  const pointer = at(issue.path);
  const field = fieldName(pointer);
  const params = checkParams(issue);
  const isMissing = typeof issue.path.at(-1) === "string" && (value === undefined || value === null);
  if (isMissing || params?.code === "required-field") {
    yield { code: "required-field", pointer, facts: { field, resource } };
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
  { schema, takes, resource }: SchemaCheck<T>,
  pointer: Pointer,
): Generator<Problem, T | undefined> {
  if (takes(document)) return document;
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  for (const issue of result.error.issues) yield* issueProblems(issue, document, resource, pointer);
  return undefined;
}
