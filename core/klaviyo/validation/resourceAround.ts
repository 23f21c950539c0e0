import type { z } from "zod";

type Schema = z.core.$ZodTypes;

/** What is below the wrappers that a field of Klaviyo's documents may have. */
function unwrapped(schema: z.core.$ZodType): Schema {
  const { def } = (schema as Schema)._zod;
  if (def.type === "optional" || def.type === "nullable") return unwrapped(def.innerType);
  return def.type === "pipe" ? unwrapped(def.out) : (schema as Schema);
}

function literalOf(schema: z.core.$ZodType | undefined): string | undefined {
  const def = schema && (schema as Schema)._zod.def;
  return def?.type === "literal" ? String(def.values[0]) : undefined;
}

/**
 * The type of the innermost resource around a place, by the schema: the document may have left its own out, or have another one. A document is asked for its
 * fields when its envelope is right, so that each place is in some resource.
 */
export function resourceAround(schema: z.core.$ZodType, path: readonly string[]): string {
  let around = "";
  let at: z.core.$ZodType | undefined = schema;
  for (const token of path) {
    if (!at) break;
    const { def }: Schema["_zod"] = unwrapped(at)._zod;
    if (def.type === "object") {
      around = literalOf(def.shape.type) ?? around;
      at = def.shape[token];
    } else at = def.type === "array" ? def.element : undefined;
  }
  return around;
}
