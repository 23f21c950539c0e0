import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import envPaths from "env-paths";

/** The folder of recorded exchanges; by default where the platform keeps a program's data. */
export function dataDirOption(what = "folder of the recorded exchanges"): Option {
  return new Option("--data-dir <dir>", what)
    .argParser((dir) => {
      if (dir === "") throw new InvalidArgumentError("It takes the path of a folder.");
      return resolve(dir);
    })
    .default(envPaths("compat-workbench", { suffix: "" }).data);
}
