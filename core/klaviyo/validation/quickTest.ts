import type { z } from "zod";

/** Says of a value that a schema takes it. A no only means that the schema has to be asked. */
type QuickTest = (value: unknown) => boolean;

type Schema = z.core.$ZodTypes;
type Checks = z.core.$ZodTypeDef["checks"];

/**
 * What a schema says yes to, as a test that builds nothing: the schema itself copies each object that it takes, thousands of times in a bulk request, to say
 * only that all is well. Knows the kinds of schema that the fields of Klaviyo's documents are made of, and throws at any other.
 */
export function quickTest(schema: z.core.$ZodType): QuickTest {
  const { def } = (schema as Schema)._zod;
  const test = kindTest(def);
  return checkTests(def.checks).reduce((passed, check) => (value) => passed(value) && check(value), test);
}

function kindTest(def: Schema["_zod"]["def"]): QuickTest {
  switch (def.type) {
    case "object":
      return objectTest(def);
    case "array":
      return arrayTest(quickTest(def.element));
    case "optional":
      return unless(undefined, quickTest(def.innerType));
    case "nullable":
      return unless(null, quickTest(def.innerType));
    case "pipe":
      return pipeTest(def);
    case "literal":
      return literalTest(new Set<unknown>(def.values));
    case "custom":
      return def.fn as QuickTest;
    case "unknown":
      return () => true;
    default:
      throw new Error(`No quick test is known for a schema of the kind "${def.type}".`);
  }
}

function checkTests(checks: Checks = []): QuickTest[] {
  return checks.map(({ _zod: { def } }) => {
    if (def.check !== "custom") throw new Error(`No quick test is known for a check of the kind "${def.check}".`);
    return (def as z.core.$ZodCustomDef).fn as QuickTest;
  });
}

function unless(nothing: null | undefined, test: QuickTest): QuickTest {
  return (value) => value === nothing || test(value);
}

function literalTest(literals: ReadonlySet<unknown>): QuickTest {
  return (value) => literals.has(value);
}

function arrayTest(test: QuickTest): QuickTest {
  return (value) => Array.isArray(value) && value.every(test);
}

/** A value is first put into the form that the schema takes. */
function pipeTest({ in: before, out }: z.core.$ZodPipeDef): QuickTest {
  const test = quickTest(out);
  const { def } = (before as Schema)._zod;
  if (def.type !== "transform") throw new Error("No quick test is known for a pipe of two schemas.");
  const transform = def.transform as (value: unknown) => unknown;
  return (value) => test(transform(value));
}

/** A member that is there has a value, so its test need not think of none. */
function memberTest(schema: z.core.$ZodType): QuickTest {
  const { def } = (schema as Schema)._zod;
  return quickTest(def.type === "optional" ? def.innerType : schema);
}

function objectTest({ shape, catchall }: z.core.$ZodObjectDef): QuickTest {
  const tests = new Map(Object.entries(shape).map(([name, schema]) => [name, memberTest(schema)]));
  const needed = Object.keys(shape).filter((name) => shape[name]?._zod.def.type !== "optional");
  const takesOthers = catchall?._zod.def.type !== "never";
  const hasNeeded = (value: object) => {
    for (const name of needed) if (!Object.hasOwn(value, name)) return false;
    return true;
  };
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    for (const name in value) {
      const test = tests.get(name);
      if (test ? !test(value[name as keyof typeof value]) : !takesOthers) return false;
    }
    return hasNeeded(value);
  };
}
