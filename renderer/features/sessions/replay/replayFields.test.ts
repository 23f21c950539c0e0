import { expect, test } from "vitest";
import { firstFields, readFields } from "./replayFields.ts";

const first = firstFields({ kind: "sandbox" }, "");

test("the form starts with a replay here, as fast as possible", () => {
  expect(readFields(first)).toEqual({
    ok: true,
    settings: { target: { kind: "workbench" }, pace: { kind: "fast" }, maxIdleMs: null, concurrency: 4, filter: "" },
  });
});

test("a cap of idle gaps counts only where the recorded times do", () => {
  const capped = { ...first, maxIdle: 5 };
  expect(readFields({ ...capped, pace: "recorded" })).toMatchObject({
    settings: { pace: { kind: "scaled", factor: 1 }, maxIdleMs: 5000 },
  });
  expect(readFields({ ...capped, pace: "rate" })).toMatchObject({ settings: { maxIdleMs: null } });
});

test("an address with a password in it is told beside its field, however it is written", () => {
  for (const compatUrl of ["http://ada:pw@localhost:1", "http:ada:pw@localhost:1", "http:\\\\ada@localhost:1"]) {
    expect(readFields({ ...first, target: "url", compatUrl })).toEqual({
      ok: false,
      problems: { compatUrl: expect.stringContaining("without a password") },
    });
  }
  const paths = readFields({ ...first, target: "url", compatUrl: "http://localhost:1/@ada" });
  expect(paths).toMatchObject({ settings: { target: { baseUrl: "http://localhost:1/@ada" } } });
});

test("what does not fit is told beside its field", () => {
  const wrong = {
    ...first,
    target: "url",
    compatUrl: "ftp://x",
    pace: "rate",
    perSecond: "",
    concurrency: 65,
  } as const;
  expect(readFields({ ...wrong, filter: "status:often" })).toMatchObject({
    ok: false,
    problems: {
      compatUrl: expect.stringContaining("base URL"),
      perSecond: expect.any(String),
      concurrency: expect.stringContaining("64"),
      filter: expect.any(String),
    },
  });
});
