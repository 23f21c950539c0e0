import { type FaultPlan, faultPlanSchema } from "./faultPlan.ts";

/** A plan to start from, with what it rehearses. */
export interface FaultPreset {
  /** For the command line. */
  readonly id: string;
  readonly meaning: string;
  readonly plan: FaultPlan;
}

function preset(id: string, meaning: string, name: string, faults: readonly unknown[]): FaultPreset {
  return { id, meaning, plan: faultPlanSchema.parse({ name, faults }) };
}

export const faultPresets: readonly FaultPreset[] = [
  preset(
    "rate-limited-hour",
    "For an hour two of five requests are told 429 and to come back after 2 seconds.",
    "Rate-limited hour",
    [
      {
        when: { probability: 0.4, forSeconds: 3600 },
        fault: { kind: "refuse", status: 429, retryAfterSeconds: 2 },
      },
    ],
  ),
  preset(
    "flaky-upstream",
    "Answers come late, one of five is a 503, one of ten native calls does not arrive.",
    "Flaky upstream",
    [
      { fault: { kind: "latency", ms: 50, spreadMs: 450 } },
      { when: { probability: 0.2 }, fault: { kind: "refuse", status: 503 } },
      { fault: { kind: "native", error: "unreachable", share: 0.1 } },
    ],
  ),
  preset(
    "bulk-import-half-fails",
    "Half of the native calls of a bulk request fail; the other half are carried out.",
    "Bulk import half fails",
    [
      {
        match: { endpoints: ["profile-bulk-import-jobs", "event-bulk-create-jobs"] },
        fault: { kind: "native", error: "internal_error", share: 0.5 },
      },
    ],
  ),
  preset("upstream-down", "No native call arrives: 502.", "Upstream down", [
    { fault: { kind: "native", error: "unreachable" } },
  ]),
  preset(
    "lost-answers",
    "Every third request is carried out and its connection reset before the answer: what a retry then repeats.",
    "Lost answers",
    [{ when: { every: 3 }, fault: { kind: "reset", at: "answer" } }],
  ),
  preset(
    "repeated-requests",
    "Each request is carried out as if it had arrived once before: events without unique_id double, profiles conflict.",
    "Repeated requests",
    [{ fault: { kind: "repeat" } }],
  ),
  preset("duplicate-profiles", "Each profile exists already: 409 with the id of the other.", "Duplicate profiles", [
    { match: { endpoints: ["profiles"] }, fault: { kind: "native", error: "conflict" } },
  ]),
  preset("revoked-token", "The key stops working after 20 requests: 401 from then on.", "Revoked token", [
    { when: { skip: 20 }, fault: { kind: "refuse", status: 401 } },
  ]),
  preset("slow-network", "Answers come after a second, at 200 bytes a second.", "Slow network", [
    { fault: { kind: "latency", ms: 1000 } },
    { fault: { kind: "drip", bytesPerSecond: 200 } },
  ]),
  preset(
    "broken-answers",
    "One of four answers is an HTML page in place of JSON, one of four breaks off in the middle of its bytes.",
    "Broken answers",
    [
      { when: { every: 4 }, fault: { kind: "malform", body: "html" } },
      { when: { every: 4, skip: 2 }, fault: { kind: "reset", at: "half" } },
    ],
  ),
];

export function findFaultPreset(id: string): FaultPreset | undefined {
  return faultPresets.find((row) => row.id === id);
}
