import type { ExportFormat } from "../exportFormat.ts";
import { originOf } from "../originOf.ts";
import { commonJsRunner, javascriptTests } from "../recordedTests/javascriptRunner.ts";
import { writeRecordedTests } from "../recordedTests/writeRecordedTests.ts";

const head = (
  origin: string,
): string => `// Sends recorded requests again and compares the answers. COMPAT_BASE_URL says where to (${origin} otherwise), KLAVIYO_API_KEY with
// which key (a new test key otherwise). Run: npx jest
const { actualText, expectedText, readCases, send } = require("./compat.js");
`;

/** Makes CommonJS of the files whatever the package around them is, and gives Jest a root when it is run in the folder. */
const packageText = `${JSON.stringify({ private: true, type: "commonjs", jest: { testEnvironment: "node" } }, null, 2)}\n`;

/** A test suite for Jest: CommonJS, which needs no configuration. */
export const jestFormat: ExportFormat = {
  id: "jest",
  label: "Jest tests",
  extension: "js",
  kind: "folder",
  write: (exchanges, { compatUrl }) =>
    writeRecordedTests(exchanges, [
      { path: "package.json", text: () => packageText },
      { path: "compat.js", text: () => commonJsRunner(originOf(compatUrl)) },
      { path: "compat.test.js", text: (caseFiles) => javascriptTests(head(originOf(compatUrl)), caseFiles) },
    ]),
};
