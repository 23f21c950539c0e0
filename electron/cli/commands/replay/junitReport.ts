import { summariseComparison } from "../../../../core/exchange/compare/summariseComparison.ts";
import type { ReplayResult } from "../../../host/replay/replaySession.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 has no place for most control characters, not even escaped. */
function xml(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "�").replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** Results as CI servers read them: a test case for each exchange. */
export class JunitReport {
  readonly #suite: string;
  readonly #cases: string[] = [];
  #failures = 0;

  constructor(suite: string) {
    this.#suite = suite;
  }

  add({ recorded, record, comparison, fault }: ReplayResult): void {
    const name = `#${recorded.seq} ${recorded.request.method} ${recorded.request.path}`;
    const head = `<testcase classname="${xml(recorded.endpoint)}" name="${xml(name)}" time="${(record.durationMs / 1000).toFixed(3)}"`;
    if (comparison.verdict === "same") this.#cases.push(`${head}/>`);
    else {
      this.#failures += 1;
      const message = [summariseComparison(comparison), fault ?? ""].filter(Boolean).join(": ");
      this.#cases.push(`${head}><failure type="${comparison.verdict}" message="${xml(message)}"/></testcase>`);
    }
  }

  text(): string {
    const suite = `<testsuite name="${xml(this.#suite)}" tests="${this.#cases.length}" failures="${this.#failures}">`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${suite}\n${this.#cases.join("\n")}\n</testsuite>\n`;
  }
}
