import { writeSession } from "../../session/writeSession.ts";
import type { ExportFormat } from "../exportFormat.ts";

export const sessionFormat: ExportFormat = {
  id: "session",
  label: "Session file",
  extension: "session.gz",
  kind: "file",
  compressed: true,
  keepsRecordedOrder: true,
  async *write(exchanges, context) {
    for await (const text of writeSession(exchanges, context)) yield { path: "", text };
  },
};
