import { mkdir, writeFile } from "node:fs/promises";
import { mappingDocument } from "../core/translation/mappingDocument.ts";

await mkdir("docs", { recursive: true });
await writeFile("docs/mapping.md", mappingDocument());
process.stdout.write("Wrote docs/mapping.md.\n");
