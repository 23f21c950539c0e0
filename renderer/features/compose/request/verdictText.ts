import type { Route } from "../../../../core/klaviyo/route.ts";
import { countText } from "../../../ui/quantityText.ts";
import type { DraftAnalysis } from "../analysis/draftAnalysis.ts";

/** What the compat surface would answer, in a line; `status` only where it is sure of the body alone. */
export interface Verdict {
  readonly status: number | undefined;
  readonly text: string;
}

/** Judges by path and body. Key, scopes, rate limit and what the native API holds are known only when it is sent. */
export function verdictText(route: Route, analysis: DraftAnalysis | undefined): Verdict {
  if (route.kind === "unsupported") {
    return { status: 404, text: `“${route.resource}” is not supported: ${route.alternative}` };
  }
  if (route.kind === "method-not-allowed") return { status: 405, text: `Only ${route.allow} is allowed here` };
  if (!analysis) return { status: undefined, text: "Translating…" };
  if (analysis.refusedWith !== undefined) {
    const refusals = analysis.item.findings.filter(({ kind }) => kind === "refused").length;
    return { status: analysis.refusedWith, text: `Would be refused: ${countText(refusals, "fault")}` };
  }
  return { status: undefined, text: `Valid · ${countText(analysis.nativeCalls, "native call")}` };
}
