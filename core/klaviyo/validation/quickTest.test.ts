import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { anyRequest } from "../../translation/documents.fixture.ts";
import { eventRequestSchema } from "../schemas/event.ts";
import { eventBulkCreateJobSchema, eventBulkCreateSchema } from "../schemas/eventBulkCreateJob.ts";
import { profileRequestSchema } from "../schemas/profile.ts";
import { profileResourceSchema } from "../schemas/profileAttributes.ts";
import { profileBulkImportJobSchema } from "../schemas/profileBulkImportJob.ts";
import { quickTest } from "./quickTest.ts";

const schemas = {
  events: eventRequestSchema,
  "event-bulk-create-jobs": eventBulkCreateJobSchema(eventBulkCreateSchema),
  profiles: profileRequestSchema,
  "profile-bulk-import-jobs": profileBulkImportJobSchema(profileResourceSchema),
};
const tests = Object.fromEntries(Object.entries(schemas).map(([endpoint, schema]) => [endpoint, quickTest(schema)]));

test("a document passes at a glance exactly when its schema takes it", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      expect(Boolean(tests[endpoint]?.(document))).toBe(schemas[endpoint].safeParse(document).success);
    }),
    { numRuns: 500 },
  );
});

test("a kind of schema that no field is made of is refused at once, not taken unchecked", () => {
  expect(() => quickTest(z.string())).toThrow("string");
  expect(() => quickTest(z.array(z.unknown()).min(1))).toThrow("min_length");
});
