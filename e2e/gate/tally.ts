import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { projectRoot } from "../fixtures/projectRoot.ts";
import type { CommandResult } from "./runCommand.ts";

/** How many tests ran and how they ended, with each failure in words. A static check counts as one test. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly string[];
}

export const add = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  failures: tallies.flatMap((tally) => tally.failures),
});

/** A step that counts as one test, and what it printed when it failed. */
export const one = (name: string, result: CommandResult): Tally =>
  result.ok ? { passed: 1, failures: [] } : { passed: 0, failures: [failure(name, endOf(result))] };

export const isGreen = ({ passed, failures }: Tally): boolean => failures.length === 0 && passed > 0;

/** The failures once more, so that they are found at the end of a long output, and the counts as its last line. */
export const closing = ({ passed, failures }: Tally): string =>
  [...failures, `${passed} passed, ${failures.length} failed`].join("\n");

const mostLines = 20;

/** What a command says ends with its reason, what a test failed with begins with it. */
const endOf = ({ stderr, stdout }: CommandResult): string[] =>
  [stderr, stdout].flatMap((text) => text.trim().split("\n").slice(-mostLines)).filter((line) => line !== "");
const startOf = (message: string): string[] => message.trim().split("\n").slice(0, mostLines);

/** Without colours, as a log that is read later shows their codes. */
const failure = (name: string, lines: readonly string[]): string =>
  stripVTControlCharacters([`FAILED ${name}`, ...lines].join("\n    "));

const inProject = (file: string): string => relative(projectRoot, file);

const vitestReport = z
  .object({
    numPassedTests: z.int(),
    testResults: z.array(
      z.object({
        name: z.string(),
        assertionResults: z.array(
          z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
        ),
      }),
    ),
  })
  .transform(
    ({ numPassedTests, testResults }): Tally => ({
      passed: numPassedTests,
      failures: testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName, failureMessages }) =>
            failure(`${inProject(name)}: ${fullName}`, startOf((failureMessages ?? []).join("\n"))),
          ),
      ),
    }),
  );

interface PlaywrightSuite {
  readonly specs: readonly z.infer<typeof playwrightSpec>[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      projectName: z.string(),
      status: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const specsOf = (suite: PlaywrightSuite): z.infer<typeof playwrightSpec>[] => [
  ...suite.specs,
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** A test that passed only when it was tried again has failed. */
const playwrightReport = z.object({ suites: z.array(playwrightSuite) }).transform(({ suites }): Tally => {
  const tests = suites.flatMap(specsOf).flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      name: `${file} in ${projectName}: ${title}`,
      status,
      said: results.map(({ error }) => error?.message ?? "").join("\n"),
    })),
  );
  return {
    passed: tests.filter(({ status }) => status === "expected").length,
    failures: tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ name, said }) => failure(name, startOf(said))),
  };
});

const reports = { vitest: vitestReport, playwright: playwrightReport };

/**
 * Reads what a runner counted. A run that ended badly without a failed test (a file that does not load, a worker that dies, no report at all, no test
 * found) counts as one failure, told by the end of its output, so that it can never pass unseen.
 */
export async function readTally(runner: keyof typeof reports, file: string, result: CommandResult): Promise<Tally> {
  const text = await readFile(file, "utf8").catch(() => "null");
  const tally = reports[runner].safeParse(JSON.parse(text));
  const ended = failure(`${runner} ended badly`, endOf(result));
  if (!tally.success) return { passed: 0, failures: [ended] };
  const { passed, failures } = tally.data;
  return (result.ok && passed > 0) || failures.length > 0 ? { passed, failures } : { passed, failures: [ended] };
}
