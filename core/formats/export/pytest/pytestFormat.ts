import type { ExportFormat } from "../exportFormat.ts";
import { writeRecordedTests } from "../recordedTests/writeRecordedTests.ts";
import { pythonTests } from "./pythonTests.ts";

/** A test suite for pytest: one file of the standard library alone, beside its data. */
export const pytestFormat: ExportFormat = {
  id: "pytest",
  label: "pytest tests",
  extension: "py",
  kind: "folder",
  write: (exchanges) => writeRecordedTests(exchanges, [{ path: "test_compat.py", text: pythonTests }]),
};
