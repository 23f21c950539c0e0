import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type {
  ExchangeComparison,
  Partner,
  RelatedSession,
  Relation,
  RetranslatedExchange,
} from "../../../../core/contract/comparison.ts";
import { compileRules } from "../../../../core/exchange/compare/compileRules.ts";
import { rulesInForce } from "../../../../core/exchange/compare/ruleSet.ts";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { comparisonView } from "../../compare/comparisonView.ts";
import { retranslationView } from "../../compare/retranslationView.ts";
import { openStoredSettings } from "../recording/settingsTable.ts";
import { findRow, findRows } from "../rows.ts";
import type { ExchangeRows } from "./exchangeRows.ts";
import type { ListReads } from "./listExchanges.ts";
import { openSessionLineage } from "./sessionLineage.ts";
import { liveExchanges, summaryColumns, summaryRowSchema } from "./summaryRow.ts";

const mostAlike = 20;
const mostFound = 50;
const nameSchema = z.object({ name: z.string() });

interface ComparisonReads {
  compareExchanges(left: string, right: string): ExchangeComparison | undefined;
  listPartners(id: string, filter: string): Partner[] | undefined;
  relatedSessions(session: string): RelatedSession[];
  retranslateExchange(id: string): RetranslatedExchange | undefined;
  getSummaries(ids: readonly string[]): (ExchangeSummary | null)[];
}

export function openComparisonReads(database: DatabaseSync, rows: ExchangeRows, lists: ListReads): ComparisonReads {
  const settings = openStoredSettings(database);
  const names = database.prepare("SELECT name FROM sessions WHERE id = ?");
  const alike = database.prepare(
    `SELECT ${summaryColumns} FROM ${liveExchanges}
     WHERE e.endpoint = ?1 AND e.method = ?2 AND (?3 IS NULL OR e.subject = ?3) ORDER BY e.position DESC LIMIT ?4`,
  );

  function related(exchange: ExchangeSummary): (readonly [Relation, readonly ExchangeSummary[]])[] {
    const { id, parent, endpoint, method, subject } = exchange;
    const parentRow = parent === null ? undefined : rows.summary(parent);
    return [
      ["parent", parentRow ? [parentRow] : []],
      ["child", rows.children(id)],
      ["sibling", parent === null ? [] : rows.children(parent)],
      ["alike", findRows(summaryRowSchema, alike, endpoint, method, subject, mostAlike)],
      ["endpoint", findRows(summaryRowSchema, alike, endpoint, method, null, mostAlike)],
    ];
  }

  const relatedTo = openSessionLineage(database);

  return {
    compareExchanges(left, right) {
      const [leftSummary, rightSummary] = [rows.summary(left), rows.summary(right)];
      const [one, other] = [rows.exchange(left), rows.exchange(right)];
      if (!leftSummary || !rightSummary || !one || !other) return undefined;
      const rules = compileRules(rulesInForce(settings().equivalence));
      return { left: leftSummary, right: rightSummary, ...comparisonView(one, other, rules) };
    },
    relatedSessions: (session) => relatedTo(session),
    retranslateExchange(id) {
      const [summary, exchange] = [rows.summary(id), rows.exchange(id)];
      return summary && exchange && retranslationView(exchange, summary.nativePending, settings().metrics);
    },
    getSummaries: (ids) => ids.map((id) => rows.summary(id) ?? null),
    listPartners(id, filter) {
      const exchange = rows.summary(id);
      if (!exchange) return undefined;
      const groups =
        filter.trim() === ""
          ? related(exchange)
          : [["found", lists.pageExchanges({ filter, limit: mostFound }).exchanges] as const];
      const known = new Set([id]);
      const partners: Partner[] = [];
      for (const [relation, exchanges] of groups) {
        for (const partner of exchanges) {
          if (known.has(partner.id)) continue;
          known.add(partner.id);
          partners.push({
            relation,
            exchange: partner,
            session: findRow(nameSchema, names, partner.session)?.name ?? "",
          });
        }
      }
      return partners;
    },
  };
}
