import type { ExportFormat } from "../exportFormat.ts";
import { javascriptTests, moduleRunner } from "../recordedTests/javascriptRunner.ts";
import { writeRecordedTests } from "../recordedTests/writeRecordedTests.ts";

const head = `// Sends recorded requests again and compares the answers. COMPAT_BASE_URL says where to (http://localhost:8020 otherwise), KLAVIYO_API_KEY with
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
  write: (exchanges) =>
    writeRecordedTests(exchanges, [
      { path: "compat.mjs", text: () => moduleRunner },
      { path: "compat.test.mjs", text: (caseFiles) => javascriptTests(head, caseFiles) },
    ]),
};
