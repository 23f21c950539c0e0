import { expect, test } from "vitest";
import { readFaultPlan } from "./faultPlan.ts";
import { faultPresets } from "./faultPresets.ts";

const plan = (fault: object, others: object = {}) => JSON.stringify({ name: "Mine", faults: [{ fault, ...others }] });

test("a plan is read as it was written", () => {
  const text = plan({ kind: "latency", ms: 100 }, { match: { endpoints: ["events"] }, when: { probability: 0.5 } });
  expect(readFaultPlan(text)).toEqual({ ok: true, plan: JSON.parse(text) });
});

test.each([
  ["{", /not JSON/],
  [plan({ kind: "latency", ms: -1 }), /^\/faults\/0\/fault\/ms: /],
  [plan({ kind: "explode" }), /^\/faults\/0\/fault\/kind: /],
  [plan({ kind: "refuse", status: 418 }), /^\/faults\/0\/fault\/status: /],
  [plan({ kind: "repeat" }, { when: { often: true } }), /^\/faults\/0\/when: .*often/],
  [plan({ kind: "repeat" }, { match: { filter: "status:4xx" } }), /^\/faults\/0\/match\/filter: status: is known only/],
  [plan({ kind: "repeat" }, { match: { filter: "colour:red" } }), /no key "colour"/],
])("%s is refused with its place", (text, message) => {
  expect(readFaultPlan(text)).toEqual({ ok: false, problems: [expect.stringMatching(message)] });
});

test("each preset is a plan that a file could hold", () => {
  for (const preset of faultPresets) {
    expect(readFaultPlan(JSON.stringify(preset.plan))).toEqual({ ok: true, plan: preset.plan });
  }
});
