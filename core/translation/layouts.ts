/**
 * How the four Klaviyo documents are laid out and which native calls they become, as data. A layout says where the rule tables apply, and how
 * the native objects that they fill are put together.
 */
import type { EndpointId } from "../klaviyo/endpoints.ts";
import { identifierNames } from "../native/fields.ts";
import type { NativeEndpointId } from "../native/nativeEndpoints.ts";
import type { FindingCode } from "./findingCatalogue.ts";
import { attributeRules } from "./rules/attributeRules.ts";
import { eventRules } from "./rules/eventRules.ts";
import { identifierRules } from "./rules/identifierRules.ts";
import { bulkEntryRules, jobRules, listRules } from "./rules/jobRules.ts";
import { newProfilePropertyRules, upsertPropertyRules } from "./rules/propertyRules.ts";
import type { Rule } from "./rules/rule.ts";

/** A native object that rules fill. `calls` is the list of native calls itself. */
export const targetNames = ["calls", "bulk", "event", "identifiers", "attributes", "upsert", "profile"] as const;
export type TargetName = (typeof targetNames)[number];

/** A member of a native object: filled by rules, another target put in place, or a list that other targets join. */
export interface Member {
  readonly name: string;
  readonly target?: TargetName;
  readonly isList?: true;
}

/** A target begun for each value of a scope. */
export interface Opening {
  readonly target: TargetName;
  /** Its members in the order in which they are sent; without, those that rules fill. */
  readonly members?: readonly Member[];
  /** The call whose body it is. */
  readonly call?: NativeEndpointId;
  /** The list that it joins. */
  readonly list?: { readonly target: TargetName; readonly member: string };
  /** It is sent only if the first target has members, or if nothing else carries the second. */
  readonly onlyFor?: { readonly filled: TargetName; readonly unplaced: TargetName };
  /** What is said, and where below the scope, when it has none of these members. */
  readonly needsOneOf?: { readonly members: readonly string[]; readonly code: FindingCode; readonly at: string };
}

/** A rule table at a place below the scope, with the target it fills. */
interface Mount {
  readonly at: string;
  readonly rules: readonly Rule[];
  readonly target: TargetName;
}

/** A place below the enclosing scope; a final "*" is each item of a list. */
export interface Scope {
  readonly at: string;
  /** The target that values without content (types, empty objects) belong to. */
  readonly anchor: TargetName;
  readonly opens: readonly Opening[];
  readonly mounts: readonly Mount[];
  /** Members of which something is said when they are missing; the native call gets empty those that hold others. */
  readonly expects?: readonly { readonly at: string; readonly code: FindingCode }[];
  readonly scopes?: readonly Scope[];
}

const eventMembers: readonly Member[] = [
  { name: "event_type" },
  { name: "profile", target: "identifiers" },
  { name: "properties" },
  { name: "idempotency_key" },
  { name: "occurred_at" },
];

const upsertMembers: readonly Member[] = [
  { name: "identifiers", target: "identifiers" },
  { name: "attributes", target: "attributes" },
];

const eventExpects: Scope["expects"] & object = [
  { at: "attributes.properties", code: "missing-properties" },
  { at: "attributes.unique_id", code: "no-unique-id" },
];

function needsIdentifier(at: string): Opening["needsOneOf"] & object {
  return { members: identifierNames, code: "no-native-identifier", at };
}

/** The tables of a profile whose attributes go into an upsert. */
function upsertedProfile(at: string): readonly Mount[] {
  return [
    { at, rules: identifierRules, target: "identifiers" },
    { at, rules: attributeRules, target: "attributes" },
    { at, rules: upsertPropertyRules, target: "attributes" },
  ];
}

const eventProfile = "attributes.profile.data";

/** One profile of an event or of an entry of events: an upsert follows only when it has more to say than who it is. */
const profileOfEvents: readonly Opening[] = [
  { target: "identifiers", needsOneOf: needsIdentifier(eventProfile) },
  { target: "attributes" },
  {
    target: "upsert",
    members: upsertMembers,
    call: "upsertProfile",
    onlyFor: { filled: "attributes", unplaced: "identifiers" },
  },
];

/** The event call goes before the upsert of its profile, so that a refused event changes no profile (assumed). */
export const layouts: Readonly<Record<EndpointId, Scope>> = {
  events: {
    at: "data",
    anchor: "event",
    opens: [{ target: "event", members: eventMembers, call: "createEvent" }, ...profileOfEvents],
    mounts: [{ at: "", rules: eventRules, target: "event" }, ...upsertedProfile(eventProfile)],
    expects: eventExpects,
  },
  "event-bulk-create-jobs": {
    at: "data",
    anchor: "bulk",
    opens: [{ target: "bulk", members: [{ name: "events", isList: true }], call: "createEvents" }],
    mounts: [{ at: "", rules: jobRules, target: "bulk" }],
    scopes: [
      {
        at: "attributes.events-bulk-create.data.*",
        anchor: "bulk",
        opens: profileOfEvents,
        mounts: [{ at: "", rules: bulkEntryRules, target: "bulk" }, ...upsertedProfile(eventProfile)],
        scopes: [
          {
            at: "attributes.events.data.*",
            anchor: "event",
            opens: [{ target: "event", members: eventMembers, list: { target: "bulk", member: "events" } }],
            mounts: [{ at: "", rules: eventRules, target: "event" }],
            expects: eventExpects,
          },
        ],
      },
    ],
  },
  profiles: {
    at: "data",
    anchor: "profile",
    opens: [{ target: "profile", call: "createProfile", needsOneOf: needsIdentifier("attributes") }],
    mounts: [identifierRules, attributeRules, newProfilePropertyRules].map((rules) => ({
      at: "",
      rules,
      target: "profile",
    })),
  },
  "profile-bulk-import-jobs": {
    at: "data",
    anchor: "calls",
    opens: [],
    mounts: [{ at: "", rules: jobRules, target: "calls" }],
    scopes: [
      {
        at: "attributes.profiles.data.*",
        anchor: "upsert",
        opens: [
          { target: "identifiers", needsOneOf: needsIdentifier("attributes") },
          { target: "attributes" },
          { target: "upsert", members: upsertMembers, call: "upsertProfile" },
        ],
        mounts: upsertedProfile(""),
      },
      {
        at: "relationships.lists.data.*",
        anchor: "calls",
        opens: [],
        mounts: [{ at: "", rules: listRules, target: "calls" }],
      },
    ],
  },
};
