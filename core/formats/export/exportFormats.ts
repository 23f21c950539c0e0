import { curlFormat } from "./curl/curlFormat.ts";
import type { ExportFormat } from "./exportFormat.ts";
import { fixturesFormat } from "./fixtures/fixturesFormat.ts";
import { harFormat } from "./har/harFormat.ts";
import { jestFormat } from "./jest/jestFormat.ts";
import { k6Format } from "./k6/k6Format.ts";
import { mswFormat } from "./msw/mswFormat.ts";
import { nativeCurlFormat } from "./nativeCurl/nativeCurlFormat.ts";
import { ndjsonFormat } from "./ndjson/ndjsonFormat.ts";
import { postmanFormat } from "./postman/postmanFormat.ts";
import { pytestFormat } from "./pytest/pytestFormat.ts";
import { sessionFormat } from "./session/sessionFormat.ts";
import { vitestFormat } from "./vitest/vitestFormat.ts";
import { wiremockFormat } from "./wiremock/wiremockFormat.ts";

/** The ways to write exchanges out, by the name that the command line and the contract give them. */
export const exportFormats = {
  session: sessionFormat,
  fixtures: fixturesFormat,
  vitest: vitestFormat,
  jest: jestFormat,
  pytest: pytestFormat,
  har: harFormat,
  curl: curlFormat,
  "native-curl": nativeCurlFormat,
  postman: postmanFormat,
  wiremock: wiremockFormat,
  msw: mswFormat,
  k6: k6Format,
  ndjson: ndjsonFormat,
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

export function isExportFormatName(name: string): name is ExportFormatName {
  return Object.hasOwn(exportFormats, name);
}
