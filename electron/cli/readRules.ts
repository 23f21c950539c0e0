import { readFile } from "node:fs/promises";
import { type CompiledRules, compileRules } from "../../core/exchange/compare/compileRules.ts";
import { parseRules } from "../../core/exchange/compare/parseRules.ts";
import { rulesInForce } from "../../core/exchange/compare/ruleSet.ts";
import { faultMessage } from "../../core/faultMessage.ts";
import { wrongUsage } from "./exitCodes.ts";
import { workspaceSettings } from "./workspaceSettings.ts";

/** The JSON of a file that an option names. */
export async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (fault) {
    throw wrongUsage(`Cannot read ${file}: ${faultMessage(fault)}.`);
  }
}

/** The equivalence rules in force: the default ones, changed by what the file says, or by the settings of the data folder where no file is named. */
export async function readRules(file: string | undefined, dataDir: string): Promise<CompiledRules> {
  if (file === undefined) return compileRules(rulesInForce(workspaceSettings(dataDir).equivalence));
  const parsed = parseRules(await readJsonFile(file));
  if (parsed.ok) return compileRules(rulesInForce(parsed.set));
  const lines = parsed.problems.map(({ pointer, message }) => `${file}: ${pointer || "the whole file"} ${message}.`);
  throw wrongUsage(lines.join("\n"));
}
