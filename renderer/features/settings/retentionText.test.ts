import { expect, test } from "vitest";
import { noRetention } from "../../../core/contract/settings.ts";
import { retentionText } from "./retentionText.ts";

test("limits are told as a sentence", () => {
  expect(retentionText(noRetention)).toBe("No limit is set: everything is kept.");
  expect(retentionText({ ...noRetention, exchanges: 10_000, days: 30 })).toBe(
    "Of each session, at most 10,000 exchanges and 30 days are kept.",
  );
  expect(retentionText({ ...noRetention, scope: "all", days: 1 })).toBe(
    "Of all sessions together, at most 1 day is kept.",
  );
});
