import type { Session } from "../../../core/exchange/exchange.ts";
import { bytesText, countText, momentText } from "../../ui/quantityText.ts";

/** "1,284 exchanges · 2.1 MB", or that there are none. */
export function sessionSizeText(session: Session): string {
  return session.exchanges === 0
    ? "no exchanges yet"
    : `${countText(session.exchanges, "exchange")} · ${bytesText(session.bytes)}`;
}

/** "Nov 24, 10:31 to Nov 25, 09:02", "Nov 24, 10:31", or "" where there are no exchanges. */
export function sessionTimeText({ firstAt, lastAt }: Session): string {
  if (firstAt === null || lastAt === null) return "";
  const [first, last] = [momentText(firstAt), momentText(lastAt)];
  return first === last ? first : `${first} to ${last}`;
}

/** A name for the next session: "Session of November 24", with a number where that exists. */
export function nextSessionName(now: Date, taken: readonly string[]): string {
  return freeName(`Session of ${now.toLocaleDateString("en", { day: "numeric", month: "long" })}`, taken);
}

/** A name that no other session has: with a number where it is taken. */
export function freeName(base: string, taken: readonly string[]): string {
  const names = new Set(taken);
  let name = base;
  for (let number = 2; names.has(name); number++) name = `${base} (${number})`;
  return name;
}
