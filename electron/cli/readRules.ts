import { readFile } from "node:fs/promises";
import { type CompiledRules, compileRules } from "../../core/exchange/compare/compileRules.ts";
import { parseRules } from "../../core/exchange/compare/parseRules.ts";
import { type RuleSet, rulesInForce } from "../../core/exchange/compare/ruleSet.ts";
import { faultMessage } from "../../core/faultMessage.ts";
import { wrongUsage } from "./exitCodes.ts";
import { log } from "./outputStreams.ts";
import { workspaceSettings } from "./workspaceSettings.ts";

/** The JSON of a file that an option names. */
export async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (fault) {
    throw wrongUsage(`Cannot read ${file}: ${faultMessage(fault)}.`);
  }
}

interface RulesOptions {
  /** Where the file of rules is; those of the data folder when absent. */
  readonly rules?: string;
  readonly nativeAnswers: boolean;
  readonly dataDir: string;
}

/** A rule that has no part to speak of is told: whoever wrote it counts on it. */
function tellIdle({ rules }: RuleSet, file: string): void {
  const idle = rules.filter(({ enabled, parts }) => enabled && parts.every((part) => part === "native-response"));
  if (idle.length === 0) return;
  const ids = idle.map(({ id }) => id).join(", ");
  log(`${file}: without --native-answers nothing is compared of which these rules speak: ${ids}.`);
}

/** The equivalence rules in force: the default ones, changed by what the file says, or by the settings of the data folder where no file is named. */
export async function readRules(options: RulesOptions): Promise<CompiledRules> {
  return compileRules(rulesInForce(await readRuleSet(options)));
}

/** What changes the default rules: that of the file, or of the settings of the data folder where no file is named. */
export async function readRuleSet({ rules: file, nativeAnswers, dataDir }: RulesOptions): Promise<RuleSet> {
  if (file === undefined) return workspaceSettings(dataDir).equivalence;
  const parsed = parseRules(await readJsonFile(file));
  if (parsed.ok) {
    if (!nativeAnswers) tellIdle(parsed.set, file);
    return parsed.set;
  }
  const lines = parsed.problems.map(({ pointer, message }) => `${file}: ${pointer || "the whole file"} ${message}.`);
  throw wrongUsage(lines.join("\n"));
}
