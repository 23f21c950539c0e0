import { readFile } from "node:fs/promises";
import { z } from "zod";

/** How many tests ran, and how they ended. A static check counts as one test. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const add = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
});

export const closingLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;

const vitestReport = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int() })
  .transform(({ numPassedTests, numFailedTests }): Tally => ({ passed: numPassedTests, failed: numFailedTests }));

const playwrightReport = z
  .object({ stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }) })
  .transform(({ stats }): Tally => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

const reports = { vitest: vitestReport, playwright: playwrightReport };

/**
 * Reads what a runner counted. A run that ended badly without a failed test (a file that does not load, no report at all, no test found) counts as one
 * failure, so that it can never pass unseen.
 */
export async function readTally(runner: keyof typeof reports, file: string, ok: boolean): Promise<Tally> {
  const text = await readFile(file, "utf8").catch(() => "null");
  const tally = reports[runner].safeParse(JSON.parse(text));
  if (!tally.success) return { passed: 0, failed: 1 };
  const { passed, failed } = tally.data;
  return (ok && passed > 0) || failed > 0 ? { passed, failed } : { passed, failed: 1 };
}
