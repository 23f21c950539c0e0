import type { JsonObject } from "../../core/json/json.ts";
import { readRequest } from "../../core/klaviyo/readRequest.ts";
import { translate } from "../../core/translation/translate.ts";
import { type Figure, median } from "./figure.ts";

const rounds = 9;
const profiles = 10_000;
const goal = 1;
const now = "2026-07-15T10:31:02.000Z";

const profile = (at: number) => ({
  type: "profile",
  attributes: {
    email: `person${at}@example.com`,
    external_id: `customer-${at}`,
    anonymous_id: `anonymous-${at}`,
    first_name: "Jane",
    last_name: `Doe ${at}`,
    locale: "en-US",
    location: { address1: `${at} Main Street`, city: "Springfield", country: "United States", zip: "01101" },
    properties: { loyalty_tier: "gold", points: at, newsletter: at % 2 === 0, note: "x".repeat(90) },
  },
});

function timed<Result>(work: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function read(body: Uint8Array): JsonObject {
  const request = readRequest("profile-bulk-import-jobs", body, now);
  if (!request.ok) throw new Error(`The import was refused: ${request.problems[0]?.code}`);
  return request.document;
}

/** Reading, checking and translating an import of 10,000 profiles, findings and all, against JSON.parse and JSON.stringify of it. */
export async function bulkTranslation(): Promise<Figure> {
  const data = Array.from({ length: profiles }, (_, at) => profile(at));
  const text = JSON.stringify({ data: { type: "profile-bulk-import-job", attributes: { profiles: { data } } } });
  const body = new TextEncoder().encode(text);
  const ratios: number[] = [];
  const translating: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { ms: yardstick } = timed(() => JSON.stringify(JSON.parse(text)));
    const reading = timed(() => read(body));
    const translation = timed(() => translate("profile-bulk-import-jobs", reading.result, { metrics: {}, now }));
    ratios.push((reading.ms + translation.ms) / yardstick);
    translating.push(translation.ms / yardstick);
  }
  const ratio = median(ratios);
  return {
    name: `Translating a bulk import of ${profiles.toLocaleString("en-US")} profiles (${(body.length / 1e6).toFixed(1)} MB) with findings: time against JSON.parse and JSON.stringify`,
    measured: `${ratio.toFixed(2)}, of which translating what was read and checked ${median(translating).toFixed(2)}`,
    goal: `at most ${goal}`,
    isMet: ratio <= goal,
  };
}
