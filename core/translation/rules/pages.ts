/** The documentation that rules refer to; the last entries say why something had to be assumed. */
export const pages = {
  overview: "Postscript, Klaviyo-compatible API overview",
  migration: "Postscript, Klaviyo migration guide",
  identifying: "Postscript, web SDK, identifying users",
  gettingStarted: "Postscript, getting started",
  tracking: "Postscript, web SDK, tracking events",
  errors: "Postscript, errors",
  rateLimits: "Postscript, rate limiting",
  klaviyoSpec: "Klaviyo OpenAPI, revision 2026-07-15",
  jsonApi: "JSON:API 1.0, document structure",
  sameName: "No page lists native attributes; Klaviyo's names are kept",
  noCounterpart: "No page names a native counterpart",
  samePurpose: "Both documentations describe a field of the same purpose under another name",
  quickStart: "Postscript's quick-start example carries `value` and `currency` in `properties`",
  nativeShape: "No page shows the native answer; named after the request",
  klaviyoAnswers: "As Klaviyo answers; Postscript's overview promises its format",
} as const;
