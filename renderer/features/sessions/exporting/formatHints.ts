import type { ExportFormatName } from "../../../../core/formats/export/exportFormats.ts";

/** What each format is for. */
export const formatHints: Readonly<Record<ExportFormatName, string>> = {
  session: "One compressed file that opens here again, byte for byte",
  fixtures: "A folder for git: one stable JSON file an exchange, and an index",
  vitest: "Tests that run against a base URL and check the answers",
  jest: "Tests that run against a base URL and check the answers",
  pytest: "Tests that run against a base URL and check the answers",
  har: "For browsers' developer tools and HTTP debuggers",
  curl: "A script of the requests as they came in",
  "native-curl": "A script of the native calls that they became",
  postman: "A collection with the answers as examples",
  wiremock: "Mappings that answer the native calls",
  msw: "Handlers that answer the native calls in tests",
  k6: "A load test with the recorded pace in stages",
  ndjson: "One exchange a line, for jq and scripts",
};
