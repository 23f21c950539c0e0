import type { PairRow, RetranslatedRow } from "../../../../core/contract/comparison.ts";
import type { RowQuery } from "../../compare/tasks/sessionWork.ts";
import type { ControlContext } from "../controlContext.ts";
import { host } from "../implementation.ts";
import { checkFilter } from "./checkFilter.ts";

const gone = { message: "One of these exchanges is no longer there." };
const goneSession = { message: "One of these sessions is no longer there." };

/** Why work has no result: it failed, was cancelled, or was forgotten. */
function withoutResult({ jobs }: ControlContext, id: string): { message: string } {
  const job = jobs.get(id);
  if (job?.state === "cancelled") return { message: "The work was cancelled." };
  return { message: job?.message ?? "The result is no longer kept. Start the work again." };
}

/** A page of pairs, each with what a list shows of its exchanges. */
async function pairRows({ sessionWork, store }: ControlContext, id: string, query: RowQuery) {
  const { total, rows } = sessionWork.rows(id, query);
  const ids = rows.flatMap(({ left, right }) => [left ?? "", right ?? ""]);
  const summaries = await store.reader.getSummaries(ids);
  const shown = rows.map(
    ({ verdict, text }, index): PairRow => ({
      verdict,
      left: summaries[2 * index] ?? null,
      right: summaries[2 * index + 1] ?? null,
      text,
    }),
  );
  return { total, rows: shown };
}

export const comparisonHandlers = {
  partners: host.comparison.partners.handler(async ({ context, input, errors }) => {
    checkFilter(input.filter, errors);
    const partners = await context.store.reader.listPartners(input.id, input.filter);
    if (!partners) throw errors.NOT_FOUND(gone);
    return { partners };
  }),
  exchanges: host.comparison.exchanges.handler(async ({ context, input, errors }) => {
    const comparison = await context.store.reader.compareExchanges(input.left, input.right);
    if (!comparison) throw errors.NOT_FOUND(gone);
    return comparison;
  }),
  relatedSessions: host.comparison.relatedSessions.handler(({ context, input }) =>
    context.store.reader.relatedSessions(input.session),
  ),
  startSessions: host.comparison.startSessions.handler(({ context, input, errors }) => {
    const id = context.sessionWork.compare(input.left, input.right);
    if (id === undefined) throw errors.NOT_FOUND(goneSession);
    return { id };
  }),
  sessions: host.comparison.sessions.handler(async ({ context, input, errors }) => {
    const result = await context.sessionWork.result(input.id, "compare");
    if (!result) throw errors.CONFLICT(withoutResult(context, input.id));
    return result;
  }),
  pairs: host.comparison.pairs.handler(({ context, input: { id, ...query } }) => pairRows(context, id, query)),
  startRetranslation: host.comparison.startRetranslation.handler(({ context, input, errors }) => {
    const id = context.sessionWork.retranslate(input.session);
    if (id === undefined) throw errors.NOT_FOUND(goneSession);
    return { id };
  }),
  retranslation: host.comparison.retranslation.handler(async ({ context, input, errors }) => {
    const result = await context.sessionWork.result(input.id, "retranslate");
    if (!result) throw errors.CONFLICT(withoutResult(context, input.id));
    return result;
  }),
  retranslated: host.comparison.retranslated.handler(async ({ context, input: { id, ...query } }) => {
    const { total, rows } = await pairRows(context, id, query);
    return { total, rows: rows.map(({ left, text }): RetranslatedRow => ({ exchange: left, text })) };
  }),
  retranslatedExchange: host.comparison.retranslatedExchange.handler(async ({ context, input, errors }) => {
    const result = await context.store.reader.retranslateExchange(input.id);
    if (!result) throw errors.NOT_FOUND(gone);
    return result;
  }),
};
