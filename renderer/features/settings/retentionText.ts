import { isLimited, type Retention } from "../../../core/contract/settings.ts";
import { countText } from "../../ui/quantityText.ts";

/** The limits as a sentence: "Of each session, at most 10,000 exchanges and 30 days are kept." */
export function retentionText(retention: Retention): string {
  if (!isLimited(retention)) return "No limit is set: everything is kept.";
  const { scope, exchanges, days, megabytes } = retention;
  const parts = [
    ...(exchanges === null ? [] : [countText(exchanges, "exchange")]),
    ...(days === null ? [] : [countText(days, "day")]),
    ...(megabytes === null ? [] : [`${megabytes.toLocaleString("en-US")} MB`]),
  ];
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
  return `Of ${scope === "each" ? "each session" : "all sessions together"}, at most ${list} ${parts.length === 1 && parts[0]?.startsWith("1 ") ? "is" : "are"} kept.`;
}
