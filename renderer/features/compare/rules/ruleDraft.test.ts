import { expect, test } from "vitest";
import { draftOf, emptyDraft, readDraft } from "./ruleDraft.ts";

test("a draft becomes a rule, and the rule the same draft again", () => {
  const draft = {
    ...emptyDraft,
    places: "/data/*/score\n /data/total ",
    form: "numberTolerance",
    tolerance: "0.5",
    note: "rounded",
  } as const;
  const read = readDraft(draft, undefined);
  if (!read.ok) throw new Error(read.message);
  expect(read.rule).toMatchObject({
    parts: ["response-body"],
    at: ["/data/*/score", "/data/total"],
    how: { numberTolerance: 0.5 },
  });
  expect(draftOf(read.rule)).toEqual({ ...draft, places: "/data/*/score\n/data/total" });
});

test("an edited rule stays the one that it is", () => {
  const read = readDraft({ ...emptyDraft, places: "/data/id" }, undefined);
  if (!read.ok) throw new Error(read.message);
  const edited = readDraft({ ...draftOf(read.rule), places: "/data/other" }, read.rule);
  expect(edited).toMatchObject({ ok: true, rule: { id: read.rule.id, at: ["/data/other"] } });
});

test.each([
  [{ places: "" }, "Say where"],
  [{ places: "data" }, "is no pointer pattern"],
  [{ places: "/a", form: "timeToleranceMs", tolerance: "soon" }, "Say how far apart"],
  [{ places: "/a", form: "numberTolerance", tolerance: "-1" }, "below 0"],
  [{ part: "response-header", places: "/date" }, "is no header name"],
] as const)("%j is refused with what to write", (change, message) => {
  expect(readDraft({ ...emptyDraft, ...change }, undefined)).toMatchObject({
    ok: false,
    message: expect.stringContaining(message),
  });
});
