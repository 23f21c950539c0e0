import { availableParallelism } from "node:os";
import { runCommand } from "./runCommand.ts";
import { runVitest, type TestRun } from "./runTests.ts";
import { add, one, type Tally } from "./tally.ts";

type Check = { readonly name: string; readonly run: () => Promise<TestRun> };

const unitFolders = ["core", "renderer", "e2e"];

/** The longest first, so that the last one to end is short. Folder boundaries are tests among the unit tests. */
const checks: readonly Check[] = [
  { name: "unit tests", run: () => runVitest(unitFolders, "quiet") },
  staticCheck("dead exports and dependencies", ["knip"]),
  staticCheck("format and lint", ["biome", "ci", "--error-on-warnings", "."]),
  ...["core", "core/tsconfig.test.json", "electron", "renderer", "e2e"].map((project) =>
    staticCheck(`types of ${project}`, ["tsc", "-p", project]),
  ),
];

/** Runs every check, as many at once as there are cores, and shows the output of those that fail. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...checks];
  const tallies: Tally[] = [];
  async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { ok, stdout, stderr, tally } = await check.run();
      if (!ok) process.stdout.write(`\n--- ${check.name} ---\n${[stdout, stderr].join("\n").trim()}\n`);
      tallies.push(tally);
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return add(tallies);
}

function staticCheck(name: string, command: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const result = await runCommand(command, { output: "quiet" });
      return { ...result, tally: one(name, result) };
    },
  };
}
