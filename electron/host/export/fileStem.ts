import type { ExportFormat } from "../../../core/formats/export/exportFormat.ts";

/** A name that every system takes: "Shop A migration" as HAR is "Shop-A-migration", as tests "Shop-A-migration-vitest". */
export function fileStem(name: string, { id, kind }: ExportFormat): string {
  const stem =
    name
      .replace(/[^A-Za-z0-9._]+/g, "-")
      .replace(/^[-.]+|[-.]+$/g, "")
      .slice(0, 80) || "session";
  return kind === "folder" ? `${stem}-${id}` : stem;
}
