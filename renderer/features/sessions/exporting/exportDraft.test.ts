import { expect, test } from "vitest";
import { exportRequestSchema } from "../../../../core/contract/exports.ts";
import { firstDraft, newSecret, patternProblem, requestOf } from "./exportDraft.ts";

const secret = newSecret();

test("masks unless it is switched off, with one pattern a line", () => {
  const draft = { ...firstDraft, alsoMask: "/data/**/nickname\n\n  /data/*/code ", filter: "status:4xx" };
  const request = requestOf(draft, { session: "s1" }, secret);
  expect(request).toMatchObject({
    isMasked: true,
    alsoMask: ["/data/**/nickname", "/data/*/code"],
    filter: "status:4xx",
  });
  expect(exportRequestSchema.safeParse(request).success).toBe(true);
});

test("one exchange is exported whatever the filter", () => {
  const draft = { ...firstDraft, filter: "status:4xx" };
  expect(requestOf(draft, { session: "s1", exchange: "x1" }, secret)).toMatchObject({ exchange: "x1", filter: "" });
});

test("a pattern that cannot be read is told, and nothing is asked with it", () => {
  expect(patternProblem("/data\nnickname")).toContain('before "nickname"');
  expect(requestOf({ ...firstDraft, keep: "nickname" }, { session: "s1" }, secret)).toBeUndefined();
});
