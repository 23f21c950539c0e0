import type { ExchangeSummary, Origin } from "../../../core/exchange/exchange.ts";

const clientGone = "not answered: the client went away";
const texts = {
  captured: clientGone,
  composed: clientGone,
  replayed: "no answer came",
  imported: "no answer on record",
} as const satisfies Record<Origin, string>;

/** Why an exchange has no answer, within a sentence. Of the faults on purpose only a reset leaves none. */
export function unansweredText({ origin, isFaulted }: Pick<ExchangeSummary, "origin" | "isFaulted">): string {
  return isFaulted ? "not answered: the connection was reset on purpose" : texts[origin];
}

/** The same where it stands alone. */
export function unansweredLine(exchange: Pick<ExchangeSummary, "origin" | "isFaulted">): string {
  const text = unansweredText(exchange);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
