import { expect, test } from "vitest";
import { nativeError, nativeErrors } from "./nativeError.ts";

test("the catalogue has the documented codes and statuses, and one assumed code", () => {
  expect(Object.entries(nativeErrors).map(([code, { status, basis }]) => `${status} ${code} ${basis}`)).toEqual([
    "400 validation_error documented",
    "401 unauthorized documented",
    "403 forbidden documented",
    "404 not_found documented",
    "409 conflict assumed",
    "429 rate_limit_exceeded documented",
    "500 database_error documented",
    "502 upstream_error documented",
    "500 internal_error documented",
  ]);
});

test("an error has the documented members, and its own message where it has one", () => {
  expect(nativeError("validation_error", { message: "Bad", field: "profile.email", requestId: "r" })).toEqual({
    status: 400,
    body: { error: { code: "validation_error", message: "Bad", field: "profile.email", request_id: "r" } },
  });
  expect(nativeError("rate_limit_exceeded", { requestId: "r" }).body).toEqual({
    error: {
      code: "rate_limit_exceeded",
      message: "Rate limit exceeded. Please retry later.",
      field: null,
      request_id: "r",
    },
  });
});
