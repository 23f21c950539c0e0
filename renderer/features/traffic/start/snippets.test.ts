import { expect, test } from "vitest";
import { sampleKey, startSnippets } from "./snippets.ts";

const base = "http://localhost:8020/klaviyo/v1";

test("the sample key has the documented form", () => {
  expect(sampleKey).toMatch(/^ps_test_[A-Za-z0-9]{32}$/);
});

test("every snippet names the base URL and a key that the workbench takes", () => {
  for (const { text } of startSnippets(base)) {
    expect(text).toContain(base);
    expect(text).toContain(sampleKey);
  }
});

test("the curl line posts valid JSON to the events endpoint", () => {
  const curl = startSnippets(base)[0]?.text ?? "";
  expect(curl).toContain(`curl ${base}/api/events `);
  const body: unknown = JSON.parse(/-d '(.*)'/.exec(curl)?.[1] ?? "");
  expect(body).toHaveProperty("data.attributes.profile.data.attributes.email", "jane.doe@example.com");
});
