import type { Session } from "../../../core/exchange/exchange.ts";

const units = ["B", "KB", "MB", "GB"] as const;

/** A size for reading: 1536 is "1.5 KB" (1024 to the step). */
export function sizeText(bytes: number): string {
  let size = bytes;
  let step = 0;
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024;
    step++;
  }
  const digits = step === 0 || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits).replace(/\.0$/, "")} ${units[step]}`;
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** "1,284 exchanges · 2.1 MB", or that there are none. */
export function sessionSizeText(session: Session): string {
  return session.exchanges === 0
    ? "no exchanges yet"
    : `${countText(session.exchanges, "exchange")} · ${sizeText(session.bytes)}`;
}

/** A name for the next session: "Session of November 24", with a number where that exists. */
export function nextSessionName(now: Date, taken: readonly string[]): string {
  const base = `Session of ${now.toLocaleDateString("en", { day: "numeric", month: "long" })}`;
  const names = new Set(taken);
  let name = base;
  for (let number = 2; names.has(name); number++) name = `${base} (${number})`;
  return name;
}
