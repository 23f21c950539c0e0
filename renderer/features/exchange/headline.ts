import type { Headers } from "../../../core/exchange/exchange.ts";
import { firstHeader } from "../../../core/exchange/headers.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import { countText } from "../../ui/quantityText.ts";

/** Who sent it, as it calls itself, and the revision it asked for: "klaviyo-api-node/23.0.0 · revision 2026-07-15". */
export function clientText(headers: Headers): string {
  const revision = firstHeader(headers, "revision");
  const agent = firstHeader(headers, "x-klaviyo-user-agent") ?? firstHeader(headers, "user-agent");
  return [agent, revision && `revision ${revision}`].filter(Boolean).join(" · ");
}

/** How much of the request arrived natively: "93 %". Never 100 while a field is missing, never 0 while one arrived. */
export function fidelityText(leaves: number, mapped: number): string {
  if (leaves === 0) return "";
  const percent = Math.round((mapped / leaves) * 100);
  if (mapped < leaves) return `${Math.min(99, mapped > 0 ? Math.max(1, percent) : 0)} %`;
  return "100 %";
}

/** Whether what was translated was taken natively, as far as the statuses of the answer and of the native calls, and what is said of them, tell. */
export function hasArrived(statuses: readonly (number | null)[], findings: readonly Pick<Finding, "code">[]): boolean {
  if (findings.some(({ code }) => code === "known-unique-id")) return false;
  return statuses.some((status) => status !== null && status < 400);
}

/** Of a bulk request whose native calls an end of the workbench cut off: nothing makes the rest by itself. */
export function cutOffText(made: number, left: number): string {
  const rest = left === 1 ? "1 was not" : `${left.toLocaleString("en-US")} were not`;
  return `The workbench ended amid ${countText(made + left, "native call")}: ${rest} made. A replay makes them all.`;
}
