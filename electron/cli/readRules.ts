import { readFile } from "node:fs/promises";
import { type CompiledRules, compileRules } from "../../core/exchange/compare/compileRules.ts";
import { parseRules, rulesInForce } from "../../core/exchange/compare/parseRules.ts";
import { wrongUsage } from "./exitCodes.ts";

/** The JSON of a file that an option names. */
export async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (fault) {
    throw wrongUsage(`Cannot read ${file}: ${fault instanceof Error ? fault.message : String(fault)}.`);
  }
}

/** The equivalence rules in force: the default ones, changed by what the file says. */
export async function readRules(file: string | undefined): Promise<CompiledRules> {
  const parsed = parseRules(file === undefined ? {} : await readJsonFile(file));
  if (parsed.ok) return compileRules(rulesInForce(parsed.set));
  const lines = parsed.problems.map(({ pointer, message }) => `${file}: ${pointer || "the whole file"} ${message}.`);
  throw wrongUsage(lines.join("\n"));
}
