import { isJsonArray, type Json } from "../json/json.ts";
import { valueAt } from "../json/pointer.ts";
import { type EndpointId, endpoints } from "./endpoints.ts";
import { type Problem, problemLines } from "./problem.ts";
import { itemAt } from "./requestItems.ts";
import type { Route } from "./route.ts";

/** The two lines of a list row; the endpoint is shown by its own column and not repeated. */
export interface Description {
  readonly title: string;
  readonly subject: string;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

function listAt(document: Json, pointer: string): readonly Json[] {
  const value = valueAt(document, pointer);
  return isJsonArray(value) ? value : [];
}

function describeItemOf(endpoint: EndpointId, document: Json): Description {
  const item = itemAt(endpoint, document, 0);
  return { title: item?.title ?? "", subject: item?.subject ?? "" };
}

function describeBulkEvents(document: Json): Description {
  const entries = listAt(document, endpoints["event-bulk-create-jobs"].itemsPointer);
  const events = entries.reduce<number>((sum, entry) => sum + listAt(entry, "/attributes/events/data").length, 0);
  return { title: counted(events, "event"), subject: counted(entries.length, "profile") };
}

function describeBulkImport(document: Json): Description {
  const profiles = listAt(document, endpoints["profile-bulk-import-jobs"].itemsPointer);
  const lists = listAt(document, "/data/relationships/lists/data");
  const first = describeItemOf("profile-bulk-import-jobs", document).title;
  const subject = lists.length > 0 ? `${counted(lists.length, "list")} lost` : first;
  return { title: counted(profiles.length, "profile"), subject };
}

const descriptions = {
  events: (document) => describeItemOf("events", document),
  "event-bulk-create-jobs": describeBulkEvents,
  profiles: (document) => describeItemOf("profiles", document),
  "profile-bulk-import-jobs": describeBulkImport,
} as const satisfies Record<EndpointId, (document: Json) => Description>;

function describeProblems(
  route: Route,
  document: Json | undefined,
  [first, ...others]: readonly [Problem, ...Problem[]],
): Description {
  const lines = problemLines(first);
  const place =
    others.length === 0 ? lines.subject : `${lines.subject} and ${others.length.toLocaleString("en-US")} more`;
  const sent =
    route.kind === "endpoint" && document !== undefined ? descriptions[route.endpoint.id](document) : undefined;
  if (!sent?.title) return { title: lines.title, subject: place };
  const about = first.code === "duplicate-profile" ? `${sent.subject || sent.title} exists` : place;
  return { title: sent.title, subject: [lines.title.replace(/\.$/, ""), about].filter(Boolean).join(" · ") };
}

/**
 * Names an exchange in two lines: the metric and its profile, the person, how many items. A refused one is what was sent, then the error and its pointer, or these
 * alone where nothing of it could be read; an unsupported call is its alternative. Takes whatever document there is.
 */
export function describeExchange(
  route: Route,
  document: Json | undefined,
  outcome: { readonly status: number; readonly problems?: readonly Problem[] },
): Description {
  const [first, ...others] = outcome.problems ?? [];
  if (first) return describeProblems(route, document, [first, ...others]);
  if (route.kind !== "endpoint") return { title: `Not supported: ${route.resource}`, subject: "" };
  if (document === undefined) return { title: `Status ${outcome.status}`, subject: "" };
  return descriptions[route.endpoint.id](document);
}
