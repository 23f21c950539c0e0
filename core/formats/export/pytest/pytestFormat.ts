import type { ExportFormat } from "../exportFormat.ts";
import { originOf } from "../originOf.ts";
import { writeRecordedTests } from "../recordedTests/writeRecordedTests.ts";
import { pythonTests } from "./pythonTests.ts";

/** A test suite for pytest: one file of the standard library alone, beside its data. */
export const pytestFormat: ExportFormat = {
  id: "pytest",
  label: "pytest tests",
  extension: "py",
  kind: "folder",
  write: (exchanges, { compatUrl }) =>
    writeRecordedTests(exchanges, [
      { path: "test_compat.py", text: (caseFiles) => pythonTests(caseFiles, originOf(compatUrl)) },
    ]),
};
