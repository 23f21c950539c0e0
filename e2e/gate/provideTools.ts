import { installPackages } from "./installPackages.ts";
import { runCommand } from "./runCommand.ts";

/** Programs that run what is exported, each with its Debian packages. A test that lacks one is left out, and says so. */
const tools = [
  { command: ["python3", "-m", "pytest", "--version"], packages: ["python3", "python3-pytest"] },
  { command: ["curl", "--version"], packages: ["curl", "ca-certificates"] },
  { command: ["java", "-version"], packages: ["default-jre-headless"] },
];

/** Installs those that are missing, where that can be done unasked. */
export async function provideTools(say: (line: string) => void): Promise<void> {
  for (const { command, packages } of tools) {
    if (!(await runCommand(command, { output: "quiet" })).ok) await installPackages(packages, say);
  }
}
