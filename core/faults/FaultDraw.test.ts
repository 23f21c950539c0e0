import fc from "fast-check";
import { expect, test } from "vitest";
import { FaultDraw, type FaultRequest } from "./FaultDraw.ts";
import type { FaultEntry } from "./faultPlan.ts";

const refusal: FaultEntry["fault"] = { kind: "refuse", status: 503 };

function request(facts: Partial<FaultRequest> = {}): FaultRequest {
  return { method: "POST", endpoint: "events", key: "ps_test_#0123456789ab", body: () => "", ...facts };
}

/** The numbers, from 1, of the requests that are hit. */
function hits(entry: Partial<FaultEntry>, requests: readonly FaultRequest[], seed = 1): number[] {
  const draw = new FaultDraw({ name: "plan", seed, faults: [{ fault: refusal, ...entry }] });
  return requests.flatMap((one, index) => (draw.draw(one, 0)?.refuse ? [index + 1] : []));
}

const ten = Array.from({ length: 10 }, () => request());

test("counts say which requests are hit", () => {
  expect(hits({ when: { every: 3 } }, ten)).toEqual([3, 6, 9]);
  expect(hits({ when: { skip: 7 } }, ten)).toEqual([8, 9, 10]);
  expect(hits({ when: { times: 2 } }, ten)).toEqual([1, 2]);
  expect(hits({ when: { skip: 2, every: 2, times: 2 } }, ten)).toEqual([4, 6]);
});

test("only requests that match are hit and counted", () => {
  const requests = [
    request({ endpoint: "profiles" }),
    request({ key: undefined }),
    request({ body: () => '{"email":"Jane@example.com"}' }),
    request(),
  ];
  expect(hits({ match: { endpoints: ["profiles"] } }, requests)).toEqual([1]);
  expect(hits({ match: { key: "ps_test_#0123456789ab" } }, requests)).toEqual([1, 3, 4]);
  expect(hits({ match: { filter: "jane@ endpoint:events" } }, requests)).toEqual([3]);
  expect(hits({ match: { filter: "-endpoint:profiles" }, when: { every: 2 } }, requests)).toEqual([3]);
});

test("a schedule opens and closes, once or again and again", () => {
  const at = (when: FaultEntry["when"]) => {
    const draw = new FaultDraw({ name: "plan", faults: [{ when, fault: refusal }] });
    return [0, 5, 9, 10, 15, 65, 70].filter((seconds) => draw.draw(request(), seconds));
  };
  expect(at({ afterSeconds: 5, forSeconds: 5 })).toEqual([5, 9]);
  expect(at({ afterSeconds: 5, forSeconds: 5, repeatEverySeconds: 60 })).toEqual([5, 9, 65]);
});

test("the same seed hits the same requests, another one others", () => {
  const hundred = Array.from({ length: 100 }, () => request());
  const entry = { when: { probability: 0.3 } };
  expect(hits(entry, hundred, 7)).toEqual(hits(entry, hundred, 7));
  expect(hits(entry, hundred, 7)).not.toEqual(hits(entry, hundred, 8));
});

test("a probability is met over many requests", () => {
  const many = Array.from({ length: 2000 }, () => request());
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.nat(), (probability, seed) => {
      const share = hits({ when: { probability } }, many, seed).length / many.length;
      // Six standard deviations.
      expect(Math.abs(share - probability)).toBeLessThan(
        6 * Math.sqrt((probability * (1 - probability)) / many.length),
      );
    }),
    { numRuns: 30 },
  );
});

test("delays add up, within their spread", () => {
  const draw = new FaultDraw({
    name: "plan",
    faults: [{ fault: { kind: "latency", ms: 100 } }, { fault: { kind: "latency", ms: 50, spreadMs: 25 } }],
  });
  for (let count = 0; count < 50; count++) {
    const delay = draw.draw(request(), 0)?.delayMs;
    expect(delay).toBeGreaterThanOrEqual(150);
    expect(delay).toBeLessThan(175);
  }
});
