import { endpointIds } from "../klaviyo/endpoints.ts";
import { nativeEndpoints } from "../native/nativeEndpoints.ts";
import { nativeErrors } from "../native/nativeError.ts";
import { standardEvents } from "../native/standardEvents.ts";
import { answerForms } from "./answerForms.ts";
import { answerTransformNotes } from "./answerTransforms.ts";
import { findingCatalogue } from "./findingCatalogue.ts";
import { echoRules } from "./rules/echoRules.ts";
import { errorRules } from "./rules/errorRules.ts";
import { type RuleTable, ruleTables } from "./rules/ruleTables.ts";
import { transformNotes } from "./transforms.ts";

type Row = readonly string[];

/** The page of the mapping, in Markdown, made from the rules and catalogues alone: what the program does is what it says. */
export function mappingDocument(): string {
  return `${[
    introduction,
    calls(),
    "## From Klaviyo to native",
    ...ruleTables.map(ruleSection),
    section("Transforms", ["how", "what it does"], notes(transformNotes)),
    findings(),
    standardEventSection(),
    "## From native back to Klaviyo",
    ...endpointIds.map(answerSection),
    section("Transforms of the way back", ["how", "what it does"], notes(answerTransformNotes)),
    echoSection(),
    errorSection(),
  ].join("\n\n")}\n`;
}

const introduction = `# Mapping

Generated from the rules in \`core/translation/rules\` by \`npm run docs\`; a test keeps it true. Each rule is **documented** (its source says so) or **assumed** (no page
does, and this project chose). Paths are members joined by "."; a final \`*\` is each member that no other rule names. Of two values for one native field the
first rule's is sent, the other is reported as a conflict: nothing is overwritten. Numbers are sent exactly as they came.

Every leaf of a request is mapped, or named by a finding of kind "lost". A changed or assumed value is mapped and has a finding as well; in a bulk request, assumptions and
advice are given once for all fields that they fit. Constants of the envelope, empty objects and nulls that are left out carry nothing and count as neither.`;

function calls(): string {
  return section(
    "Native calls",
    ["Klaviyo endpoint", "native calls, in this order"],
    [
      ["`events`", `${call("createEvent")}; then ${call("upsertProfile")} if the profile has more than identifiers`],
      [
        "`event-bulk-create-jobs`",
        `one ${call("createEvents")}; then one ${call("upsertProfile")} for each entry whose profile has more than identifiers, or no events`,
      ],
      ["`profiles`", call("createProfile")],
      ["`profile-bulk-import-jobs`", `one ${call("upsertProfile")} for each profile`],
    ],
    2,
  );
}

function call(id: keyof typeof nativeEndpoints): string {
  const { method, path, basis } = nativeEndpoints[id];
  return `\`${method} ${path}\` (${basis})`;
}

function ruleSection({ title, from, to, rules }: RuleTable): string {
  const rows = rules.map((rule) => [
    code(rule.id),
    code(rule.from),
    rule.to === null ? `lost: ${code(rule.finding)}` : code(rule.to),
    code(rule.how),
    ...grounds(rule),
  ]);
  return section(`${title}: ${from} → ${to}`, ["rule", "from", "to", "how", ...groundColumns], rows);
}

const groundColumns = ["basis", "source", "what it does"];

function grounds({ basis, source, note }: { basis: string; source: string; note: string }): Row {
  return [basis, source, note];
}

function findings(): string {
  const rows = Object.entries(findingCatalogue).map(([name, entry]) => [
    code(name),
    entry.kind,
    entry.severity,
    entry.what,
    entry.why,
    entry.todo,
  ]);
  return section("Findings", ["code", "kind", "severity", "what happened", "why", "what to do"], rows, 2);
}

function standardEventSection(): string {
  const rows = standardEvents.map(({ eventType, purpose, needs, metrics }) => [
    code(eventType),
    purpose,
    needs.map(code).join(", "),
    metrics.map(code).join(", "),
  ]);
  const columns = ["standard event", "what it does", "properties it needs", "advised for metrics that become"];
  return section("Standard events", columns, rows, 2);
}

function answerSection(endpoint: (typeof endpointIds)[number]): string {
  const rows = answerForms[endpoint].rules.map((rule) => [
    code(rule.id),
    [rule.from, rule.otherwise]
      .filter((path) => path !== undefined)
      .map(code)
      .join(", "),
    code(rule.to),
    code(rule.how),
    ...grounds(rule),
  ]);
  return section(`Answer to ${code(endpoint)}`, ["rule", "from", "to", "how", ...groundColumns], rows);
}

function echoSection(): string {
  const rows = echoRules.map((rule) => [
    code(rule.id),
    rule.calls.map(call).join(", "),
    code(rule.from),
    code(rule.to),
    ...grounds(rule),
  ]);
  return section("What native answers repeat", ["rule", "calls", "all below", "goes below", ...groundColumns], rows);
}

function errorSection(): string {
  const rows = errorRules.map((rule) => [
    code(rule.id),
    `${code(rule.from)}, ${rule.status ?? nativeErrors[rule.from].status}`,
    code(rule.to),
    ...grounds(rule),
  ]);
  return section("Native errors", ["rule", "native code, status", "problem of the catalogue", ...groundColumns], rows);
}

function notes(texts: Readonly<Record<string, string>>): Row[] {
  return Object.entries(texts).map(([name, note]) => [code(name), note]);
}

function code(text: string): string {
  return text === "" ? "(the whole)" : `\`${text}\``;
}

function section(title: string, columns: Row, rows: readonly Row[], level = 3): string {
  const line = (cells: Row) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [`${"#".repeat(level)} ${title}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}
