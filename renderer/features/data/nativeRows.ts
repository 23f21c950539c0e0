import type { NativeResource } from "../../../core/contract/sandbox.ts";
import { isJsonNumber, type Json, numberText, parseJson } from "../../../core/json/json.ts";
import { valueAt } from "../../../core/json/pointer.ts";

/** The two lines of a list row about a native resource. */
export interface NativeRow {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
}

function textAt(document: Json, pointer: string): string {
  const value = valueAt(document, pointer);
  if (isJsonNumber(value)) return numberText(value);
  return typeof value === "string" ? value : "";
}

function documentOf({ json }: NativeResource): Json {
  const parsed = parseJson(json);
  return parsed.ok ? parsed.value : null;
}

/** A profile by name, else by the identifier that people know it by; the other identifiers below. */
export function profileRow(resource: NativeResource): NativeRow {
  const profile = documentOf(resource);
  const name = [textAt(profile, "/first_name"), textAt(profile, "/last_name")].filter(Boolean).join(" ");
  const identifiers = ["/email", "/phone", "/external_id"].map((pointer) => textAt(profile, pointer)).filter(Boolean);
  const [title = resource.id, ...others] = name === "" ? identifiers : [name, ...identifiers];
  return { id: resource.id, title, subject: others.join(" · ") };
}

export interface EventRow extends NativeRow {
  /** ISO 8601; "" where the event has none. */
  readonly occurredAt: string;
}

/** An event by its type; the profile it belongs to below. */
export function eventRow(resource: NativeResource): EventRow {
  const event = documentOf(resource);
  const identifiers = ["/profile/email", "/profile/phone", "/profile/external_id", "/profile_id"];
  const subject = identifiers.map((pointer) => textAt(event, pointer)).find(Boolean) ?? "";
  const title = textAt(event, "/event_type") || resource.id;
  return { id: resource.id, title, subject, occurredAt: textAt(event, "/occurred_at") };
}

/** A day and time for reading, in the person's own zone: "15 Jan 2026, 10:31:02". */
export function momentText(at: string, timeZone?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium", ...(timeZone && { timeZone }) });
}
