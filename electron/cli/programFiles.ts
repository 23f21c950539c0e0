import { join } from "node:path";

/** The folder of package.json: this module is bundled into dist/electron, or runs from its source. */
const root = join(import.meta.dirname, "..", "..");

export const programFiles = { root, renderer: join(root, "dist", "renderer") } as const;
