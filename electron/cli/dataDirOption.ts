import { resolve } from "node:path";
import { Option } from "commander";
import envPaths from "env-paths";

/** The folder of recorded exchanges; by default where the platform keeps a program's data. */
export function dataDirOption(): Option {
  return new Option("--data-dir <dir>", "folder of the recorded exchanges")
    .argParser((dir) => resolve(dir))
    .default(envPaths("compat-workbench", { suffix: "" }).data);
}
