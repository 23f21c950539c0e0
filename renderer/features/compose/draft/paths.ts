import { endpointIds } from "../../../../core/klaviyo/endpoints.ts";

/** The forms in which clients ask for an endpoint, by what they took as base URL. */
const forms = [
  { label: "Base URL with /klaviyo/v1, as documented", prefix: "/klaviyo/v1/api/" },
  { label: "In place of https://a.klaviyo.com/api", prefix: "/klaviyo/v1/" },
  { label: "In place of https://a.klaviyo.com", prefix: "/api/" },
] as const;

/** Paths worth offering, by the base URL that leads to them. */
export const pathSuggestions = forms.map(({ label, prefix }) => ({
  group: label,
  items: endpointIds.map((endpoint) => `${prefix}${endpoint}`),
}));
