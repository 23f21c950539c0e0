import type { ExportFormat } from "../exportFormat.ts";
import { originOf } from "../originOf.ts";
import { javascriptTests, moduleRunner } from "../recordedTests/javascriptRunner.ts";
import { writeRecordedTests } from "../recordedTests/writeRecordedTests.ts";

const head = (
  origin: string,
): string => `// Sends recorded requests again and compares the answers. COMPAT_BASE_URL says where to (${origin} otherwise), KLAVIYO_API_KEY with
// which key (a new test key otherwise). Run: npx vitest run
import { describe, expect, test } from "vitest";
import { actualText, expectedText, readCases, send } from "./compat.mjs";
`;

/** A test suite for Vitest: ES modules. */
export const vitestFormat: ExportFormat = {
  id: "vitest",
  label: "Vitest tests",
  extension: "mjs",
  kind: "folder",
  write: (exchanges, { compatUrl }) =>
    writeRecordedTests(exchanges, [
      { path: "compat.mjs", text: () => moduleRunner(originOf(compatUrl)) },
      { path: "compat.test.mjs", text: (caseFiles) => javascriptTests(head(originOf(compatUrl)), caseFiles) },
    ]),
};
