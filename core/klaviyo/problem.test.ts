import { expect, test } from "vitest";
import { errorDocument, type ProblemCode, problemCatalogue, problemFindings, problemRow } from "./problem.ts";

const codes = Object.keys(problemCatalogue) as ProblemCode[];
const requestId = "8c8f4aea-7289-4a13-b697-5dd5dde38f1e";

test("a validation error has an integer status, the request's id, its exact pointer, and empty links and meta", () => {
  const { status, body } = errorDocument([{ code: "invalid-email", pointer: "/data/attributes/email" }], requestId);
  expect(status).toBe(400);
  expect(body).toEqual({
    errors: [
      {
        id: requestId,
        status: 400,
        code: "invalid",
        title: "Invalid input.",
        detail: "Invalid email address",
        source: { pointer: "/data/attributes/email" },
        links: {},
        meta: {},
      },
    ],
  });
});

test("a framework error points to /data/ and has neither links nor meta", () => {
  expect(errorDocument([{ code: "invalid-key", pointer: "" }], requestId).body).toEqual({
    errors: [
      {
        id: requestId,
        status: 401,
        code: "not_authenticated",
        title: "Authentication credentials were not provided.",
        detail: "Missing or invalid private key.",
        source: { pointer: "/data/" },
      },
    ],
  });
});

test("a throttled answer counts its seconds in words and links to Klaviyo's page on limits", () => {
  const answer = (seconds: number) =>
    errorDocument([{ code: "throttled", pointer: "/data", facts: { seconds, limit: 700 } }], requestId).body;
  expect(answer(1)).toMatchObject({ errors: [{ detail: "Request was throttled. Expected available in 1 second." }] });
  expect(answer(12)).toMatchObject({
    errors: [
      {
        detail: "Request was throttled. Expected available in 12 seconds.",
        links: { type: "https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling#rate-limits" },
        meta: {},
      },
    ],
  });
});

test("a duplicate names the profile that is there, a missing scope the scope", () => {
  const meta = { duplicate_profile_id: "prof_1" };
  expect(errorDocument([{ code: "duplicate-profile", pointer: "/data/attributes", meta }], requestId)).toMatchObject({
    status: 409,
    body: { errors: [{ code: "duplicate_profile", title: "Conflict.", meta }] },
  });
  expect(
    errorDocument([{ code: "missing-scope", pointer: "/data/", facts: { scope: "events:write" } }], requestId).body,
  ).toMatchObject({ errors: [{ detail: "API key does not have required scope events:write" }] });
});

test("a finding says what happened, what to change, and whether the answer is assumed", () => {
  const [documented, assumed] = problemFindings([
    { code: "invalid-email", pointer: "/data/attributes/email" },
    { code: "empty-list", pointer: "/data", cause: "/data/attributes/x", facts: { field: "data" } },
  ]);
  expect(documented).toEqual({
    severity: "error",
    code: "invalid-email",
    kind: "refused",
    pointer: "/data/attributes/email",
    message: "Invalid email address. Send one address such as jane.doe@example.com, or leave the field out.",
  });
  expect(assumed).toMatchObject({
    pointer: "/data/attributes/x",
    message: expect.stringMatching(/\(Assumed: .*\)$/),
  });
});

test("facts are data: a name in braces inside one is left as it is", () => {
  const problem = { code: "native-refused", pointer: "/data", facts: { message: "{limit} $& {message}" } } as const;
  expect(errorDocument([problem], requestId).body).toMatchObject({ errors: [{ detail: "{limit} $& {message}" }] });
});

test("every row of the catalogue says what to do and where it is from", () => {
  for (const code of codes) {
    const row = problemRow(code);
    expect(row.fix, code).toMatch(/\.$/);
    expect(row.source.length, code).toBeGreaterThan(10);
    expect(row.status, code).toBeGreaterThanOrEqual(400);
  }
});
