import { codeLiteral } from "../codeLiteral.ts";
import type { PaceStep } from "./pace.ts";

/** Levels of the recorded rate: each is jumped to and held, since a ramp over a stretch would send half of what came in it. */
function stages(steps: readonly PaceStep[]): string {
  const lines = steps.map(({ seconds, requests }) => `  [${requests}, ${seconds}],`);
  return lines.join("\n");
}

/** The script: `requests.json` beside it holds what to send. `steps` are of one length, `origin` is where it sends to unless its environment says otherwise. */
export function k6Script(steps: readonly PaceStep[], origin: string): string {
  return `// Sends recorded requests at the pace at which they came. BASE_URL says where to (${origin} otherwise), KLAVIYO_API_KEY with which key;
// PACE=2 sends twice as fast, LOOPS=10 ten times over. Run: k6 run script.js
import { check } from "k6";
import { SharedArray } from "k6/data";
import encoding from "k6/encoding";
import exec from "k6/execution";
import http from "k6/http";

const [, origin, start] = /^([a-z]+:\\/\\/[^/]+)(.*?)\\/*$/i.exec(__ENV.BASE_URL || ${codeLiteral(origin)});
const pace = Number(__ENV.PACE || "1");
const loops = Number(__ENV.LOOPS || "1");

/** @type {any[]} */
const requests = new SharedArray("requests", () => JSON.parse(open("./requests.json")));

// How many requests came in each stretch of the recording, and how many seconds it lasted.
const recorded = [
${stages(steps)}
];
const stretch = ${steps[0]?.seconds ?? 1};

/** Each level is jumped to and held. */
function stages() {
  const held = [];
  for (let loop = 0; loop < loops; loop++) {
    for (const [count, seconds] of recorded) {
      const target = Math.round(count * pace);
      held.push({ target, duration: "0s" }, { target, duration: Math.ceil((seconds * 1000) / pace) + "ms" });
    }
  }
  return held;
}

export const options = {
  discardResponseBodies: true,
  scenarios: {
    recorded: {
      executor: "ramping-arrival-rate",
      timeUnit: stretch + "s",
      startRate: Math.round((recorded.length > 0 ? recorded[0][0] : 0) * pace),
      preAllocatedVUs: 20,
      maxVUs: 500,
      stages: stages(),
    },
  },
  thresholds: { checks: ["rate>0.95"] },
};

const defaultKey = "ps_test_" + "k6".padEnd(32, "0");

function withKeys(text) {
  if (typeof text === "string") return text;
  return text.map((part) => (typeof part === "string" ? part : __ENV[part.env] || defaultKey)).join("");
}

function headersOf(lines) {
  const headers = {};
  for (const [name, value] of lines) {
    const text = withKeys(value);
    headers[name] = Object.hasOwn(headers, name) ? headers[name] + ", " + text : text;
  }
  return headers;
}

/** Below the base URL, which may itself end in what recorded paths begin with ("/klaviyo/v1"). */
function urlOf(path) {
  return origin + (path.startsWith(start + "/") ? path : start + path);
}

export default function () {
  const { name, method, path, headers, body, status } = requests[exec.scenario.iterationInTest % requests.length];
  const sent = typeof body === "string" ? body : encoding.b64decode(body.base64);
  const params = { headers: headersOf(headers), tags: { name } };
  const response = http.request(method, urlOf(withKeys(path)), sent, params);
  // Status 0: the recorded request was never answered.
  if (status !== 0) check(response, { "status as recorded": ({ status: answered }) => answered === status });
}
`;
}
