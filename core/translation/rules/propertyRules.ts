import type { ProfileBody } from "../../native/schemas.ts";
import type { KlaviyoProfile } from "./klaviyoShapes.ts";
import { pages } from "./pages.ts";
import type { FieldPath, Rule } from "./rule.ts";

/** Custom properties of a profile in an upsert: each becomes a native attribute. */
export const upsertPropertyRules = [
  {
    id: "upsert.attributes",
    from: "attributes.properties.*",
    to: "*",
    how: "customAttribute",
    basis: "assumed",
    source: pages.migration,
    note: "Custom properties stand beside the standard attributes, as `loyalty_tier` does in the documented upsert.",
  },
] as const satisfies readonly Rule<FieldPath<KlaviyoProfile>, "*">[];

/** Custom properties of a new profile: they stay together. */
export const newProfilePropertyRules = [
  {
    id: "profile.properties",
    from: "attributes.properties.*",
    to: "properties.*",
    how: "asIs",
    basis: "assumed",
    source: pages.sameName,
    note: "Properties keep names and values.",
  },
] as const satisfies readonly Rule<FieldPath<KlaviyoProfile>, FieldPath<ProfileBody>>[];
