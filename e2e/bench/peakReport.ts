/** Preloaded into a program that is measured: writes the most memory that the process ever held, in kilobytes, when it ends. */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { PEAK_FILE } = process.env;
  if (PEAK_FILE !== undefined) writeFileSync(PEAK_FILE, String(process.resourceUsage().maxRSS));
});
