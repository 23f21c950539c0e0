import type { Pointer } from "../json/pointer.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import type { NativeCall } from "../native/nativeCall.ts";
import type { Finding } from "./finding.ts";

/** How a metric name becomes an event type: the workspace's own table (exact metric name → event type) goes before the rule. */
export type MetricTable = Readonly<Record<string, string>>;

/** What a translation may depend on besides the document itself. `now` is the time of receipt, ISO 8601 UTC. */
export interface TranslationSettings {
  readonly metrics: MetricTable;
  readonly now: string;
}

/** One leaf carried from the Klaviyo request to a native call. `to` counts from the list of native calls: "/0/body/profile/email". */
export interface ProvenanceEntry {
  readonly from: Pointer;
  readonly to: Pointer;
  /** Id of the rule that carried it. */
  readonly rule: string;
  /** The leaf has no value of its own to carry (a `type`, an empty object): `to` is the native object that it belongs to. */
  readonly isStructure?: true;
}

export interface Translation {
  readonly endpoint: EndpointId;
  readonly native: readonly NativeCall[];
  /** For each native call the item of a bulk request that it is made for; undefined where it is made for all. */
  readonly callItems: readonly (number | undefined)[];
  readonly findings: readonly Finding[];
  /** Leaves of the document that say something: constants of the envelope, empty objects and left-out nulls do not count. */
  readonly leaves: number;
  /** How many of them arrived natively; every other one is lost, with a finding. */
  readonly leavesMapped: number;
}

export interface ExplainedTranslation extends Translation {
  readonly provenance: readonly ProvenanceEntry[];
}
