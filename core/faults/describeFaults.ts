import type { Finding } from "../translation/finding.ts";
import type { DrawnFaults } from "./FaultDraw.ts";

/** The code by which exchanges that a fault touched are found: `finding:fault-on-purpose`. */
export const faultFindingCode = "fault-on-purpose";

const resets = {
  request: "the connection was reset before anything was done",
  answer: "everything was done, and the connection was reset before the answer",
  half: "the connection was reset in the middle of the answer",
  end: "the connection was reset after the answer",
} as const;

const malformed = {
  truncated: "the body was cut off in the middle",
  html: "the body was an HTML page",
  empty: "the body was empty",
  "other-shape": "the body was JSON of another shape",
} as const;

/** What a person reads at an exchange that was touched. `nativeErrors` are those that its calls were given. */
export function describeFaults(faults: DrawnFaults, plan: string, nativeErrors: readonly string[]): Finding[] {
  const { delayMs, refuse, reset, drip, malform, repeat } = faults;
  const said: string[] = [];
  if (delayMs > 0) said.push(`the answer was held back for ${Math.round(delayMs)} ms`);
  if (refuse) said.push(`the request was refused with ${refuse.status}`);
  if (repeat) said.push("the request was carried out twice");
  if (nativeErrors.length > 0) said.push(nativeText(nativeErrors));
  if (malform) said.push(malformed[malform.body]);
  if (drip) said.push(`the answer was sent at ${drip.bytesPerSecond} bytes a second`);
  if (reset) said.push(resets[reset.at]);
  return said.map((what) => ({
    severity: "info",
    code: faultFindingCode,
    kind: "advice",
    pointer: "",
    message: `On purpose (${plan}): ${what}.`,
  }));
}

function nativeText(errors: readonly string[]): string {
  const [first] = errors;
  return `${errors.length} native ${errors.length === 1 ? "call" : "calls"} failed with ${first}`;
}
