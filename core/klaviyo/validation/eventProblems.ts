import { isJsonObject } from "../../json/json.ts";
import type { Pointer } from "../../json/pointer.ts";
import { eventTimeMs } from "../../native/eventTime.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";
import type { BulkEvent } from "../schemas/event.ts";
import { textOf } from "../schemas/fields.ts";
import { propertyProblems } from "./propertyProblems.ts";

const earliest = Date.UTC(limits.earliestEventYear.value, 0);

/** Milliseconds since 1970 of the latest time an event may have. */
export function latestEventTime(now: string): number {
  const latest = new Date(now);
  return latest.setUTCFullYear(latest.getUTCFullYear() + limits.yearsAhead.value);
}

/** What a well-formed event may still break: the range of its time, the size of its properties. `pointer` is that of its attributes. */
export function* eventProblems(
  { time, properties }: Pick<BulkEvent["attributes"], "time" | "properties">,
  pointer: Pointer,
  latest: number,
): Generator<Problem> {
  const instant = eventTimeMs(textOf(time) ?? "");
  if (instant !== undefined && (instant < earliest || instant > latest)) {
    yield { code: "time-out-of-range", pointer: `${pointer}/time` };
  }
  if (properties && !Array.isArray(properties) && isJsonObject(properties))
    yield* propertyProblems(properties, `${pointer}/properties`);
}
