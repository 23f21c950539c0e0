import type { Finding, FindingKind, Severity } from "./finding.ts";

/** What a code means. `{name}` in a text stands for a fact of the finding. */
export interface FindingEntry {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** What happened to the field, as a sentence. */
  readonly what: string;
  readonly why: string;
  /** What to do about it, as a sentence; empty where nothing needs doing. */
  readonly todo: string;
}

/** Every finding of a translation: the only place that words one. */
export const findingCatalogue = {
  "anonymous-id": {
    kind: "lost",
    severity: "warning",
    what: "`anonymous_id` is not sent.",
    why: "The native API identifies people by email, phone and external_id only.",
    todo: "Send your own visitor id as `external_id` if later requests must reach the same profile.",
  },
  "exchange-id": {
    kind: "lost",
    severity: "warning",
    what: "`_kx` is not sent.",
    why: "Klaviyo's exchange id can only be resolved by Klaviyo.",
    todo: "Send the email, phone number or external id that it stands for.",
  },
  "klaviyo-id": {
    kind: "lost",
    severity: "warning",
    what: "Klaviyo's own profile id is not sent.",
    why: "Profiles have other ids here, given by the native API.",
    todo: "Identify the profile by email, phone number or external id.",
  },
  "empty-id": {
    kind: "changed",
    severity: "info",
    what: "The empty `id` is taken as absent.",
    why: "Some plugins send an empty string where they know no id.",
    todo: "Leave `id` out.",
  },
  "known-unique-id": {
    kind: "lost",
    severity: "warning",
    what: "The event is not recorded: its `unique_id` is that of an event {whose}.",
    why: "Natively an idempotency key stands for one event of the API key; Klaviyo's `unique_id` for one of a profile and metric.",
    todo: "Give each event an id of its own; an event that was sent once more needs nothing.",
  },
  "known-unique-ids": {
    kind: "lost",
    severity: "warning",
    what: "{missing} of {sent} events are not recorded: their `unique_id` is that of an event that is there already.",
    why: "Natively an idempotency key stands for one event of the API key; Klaviyo's `unique_id` for one of a profile and metric.",
    todo: "Give each event an id of its own; events that were sent once more need nothing.",
  },
  "no-unique-id": {
    kind: "advice",
    severity: "info",
    what: "The event has no `unique_id`: natively it is recorded each time it is sent, at Klaviyo once for a profile, metric and second.",
    why: "Klaviyo takes the second of the time for an id that is not given; natively only an idempotency key makes a repeated event harmless.",
    todo: "Give each event an id of its own, so that a retry makes no second one.",
  },
  "identifier-of-another": {
    kind: "lost",
    severity: "warning",
    what: "The profile did not get this `{name}`: natively it belongs to another profile.",
    why: "Natively each identifier is one profile's, and profiles are not merged (assumed).",
    todo: "Merge the two profiles natively, or send the identifiers of one.",
  },
  "metric-service": {
    kind: "lost",
    severity: "info",
    what: "`service` of the metric is not sent.",
    why: "Native event types know no service.",
    todo: "Carry it as a property if reports need it.",
  },
  "patch-properties": {
    kind: "lost",
    severity: "warning",
    what: "`patch_properties` is not applied.",
    why: "The native API sets attributes; it neither appends to nor removes from them.",
    todo: "Send the resulting value as a profile property; null clears one.",
  },
  "patch-identifiers": {
    kind: "lost",
    severity: "warning",
    what: "`patch_identifiers` is not applied.",
    why: "A native profile has one email address.",
    todo: "Send the address to keep as `email`.",
  },
  lists: {
    kind: "lost",
    severity: "warning",
    what: "The profiles are not added to this list.",
    why: "The compatible surface has no lists.",
    todo: "Use the native API for list membership.",
  },
  backfill: {
    kind: "lost",
    severity: "warning",
    what: "`backfill` is not sent.",
    why: "Native events have no such switch: a past event may start automations.",
    todo: "Pause what must not be started while you send past events.",
  },
  "unknown-member": {
    kind: "lost",
    severity: "warning",
    what: "This member is not sent.",
    why: "The endpoint knows no member of this name at this place.",
    todo: "Move custom data into `properties`, or check the spelling.",
  },
  "unexpected-type": {
    kind: "lost",
    severity: "warning",
    what: "This value is not sent.",
    why: "A value of another type is expected here.",
    todo: "Send the documented type.",
  },
  conflict: {
    kind: "lost",
    severity: "warning",
    what: "`{from}` is not sent: `{to}` natively belongs to another field.",
    why: "A value is never overwritten on the way.",
    todo: "Give one of the two another name.",
  },
  "null-value": {
    kind: "changed",
    severity: "info",
    what: "null is not sent: the field is left out.",
    why: "Natively an absent field means what null means here.",
    todo: "",
  },
  "empty-text": {
    kind: "changed",
    severity: "info",
    what: "The empty text is not sent: the field is left out.",
    why: "The native API takes no empty identifiers and idempotency keys; nothing says that Klaviyo refuses them.",
    todo: "Leave the field out.",
  },
  "number-for-string": {
    kind: "changed",
    severity: "info",
    what: "The number is sent as text.",
    why: "Klaviyo takes a number where it declares a string; the native API takes text.",
    todo: "Send a string.",
  },
  "time-without-zone": {
    kind: "changed",
    severity: "warning",
    what: "The time has no zone and is sent as UTC.",
    why: "Klaviyo takes a time without zone and does not say which zone it means.",
    todo: 'Send a zone: "Z" or an offset.',
  },
  "empty-array-for-object": {
    kind: "changed",
    severity: "info",
    what: "The empty list is taken as an empty object.",
    why: "PHP writes an empty map as `[]`.",
    todo: "Send `{}`.",
  },
  "missing-properties": {
    kind: "changed",
    severity: "info",
    what: "The event has no `properties`; the native ones start empty.",
    why: "Klaviyo declares them required; some plugins leave them out when there are none.",
    todo: "Send `{}`.",
  },
  "standard-name": {
    kind: "changed",
    severity: "warning",
    what: "The custom property sets the standard native attribute `{to}`.",
    why: "Natively custom and standard attributes share their names.",
    todo: "Rename the property if it means something else.",
  },
  assumed: {
    kind: "assumed",
    severity: "info",
    what: "`{from}` is sent as `{to}` by an assumed rule.",
    why: "No documentation page says where this field goes.",
    todo: "Confirm it with Postscript before you rely on it.",
  },
  "standard-event-fits": {
    kind: "advice",
    severity: "info",
    what: '"{name}" is sent as `{eventType}`; the standard event `{standard}` fits it ({purpose}).',
    why: "The platform treats its standard events specially.",
    todo: "Map the metric to it in the metric table; its properties: {needs}.",
  },
  "no-native-identifier": {
    kind: "refused",
    severity: "error",
    what: "The native API will refuse this profile: it has no email, phone number or external id.",
    why: "Profile must include email, phone, or external_id (Postscript).",
    todo: "Add `email`, `phone_number` or `external_id`.",
  },
} as const satisfies Record<string, FindingEntry>;
export type FindingCode = keyof typeof findingCatalogue;

export type Facts = Readonly<Record<string, string>>;

/** What happened and what to do, of each code. */
const texts: ReadonlyMap<FindingCode, string> = new Map(
  Object.entries<FindingEntry>(findingCatalogue).map(([code, { what, todo }]) => [
    code as FindingCode,
    todo === "" ? what : `${what} ${todo}`,
  ]),
);

/** Most facts are those of a rule, the same object each time. */
const wordedFacts = new WeakMap<Facts, { readonly code: FindingCode; readonly text: string }>();

function wordedText(code: FindingCode, facts: Facts | undefined): string {
  const text = texts.get(code) ?? "";
  if (!facts) return text;
  const known = wordedFacts.get(facts);
  if (known?.code === code) return known.text;
  const worded = text.replace(/\{(\w+)\}/g, (hole, name: string) => facts[name] ?? hole);
  wordedFacts.set(facts, { code, text: worded });
  return worded;
}

/** Words a finding: what happened, then what to do. `places` > 1 says that the finding speaks for as many fields. */
export function wordFinding(code: FindingCode, pointer: string, facts?: Facts, places = 1): Finding {
  const { kind, severity }: FindingEntry = findingCatalogue[code];
  const worded = wordedText(code, facts);
  const message = places > 1 ? `${worded} The same holds for ${places - 1} more of this request.` : worded;
  return { severity, code, kind, pointer, message };
}
