import { expect, test } from "vitest";
import { compareExchanges } from "./compareExchanges.ts";
import { comparisonHtml } from "./comparisonHtml.ts";
import { compileRules } from "./compileRules.ts";
import { answered, exchangeOf } from "./exchange.fixture.ts";
import { DifferenceGroups } from "./groupDifferences.ts";

test("a report names what differs, and nothing recorded becomes markup", () => {
  const comparison = compareExchanges(
    exchangeOf({ response: answered('{"a":"<script>alert(1)</script>"}') }),
    exchangeOf({ response: answered('{"a":"\\"&"}') }),
    compileRules([]),
  );
  const groups = new DifferenceGroups<null>();
  groups.add(comparison, null);
  const html = comparisonHtml({
    left: "<b>Left</b>",
    right: "Right",
    totals: { total: 1, changed: 1 },
    groups: groups.all(),
    exchanges: [{ line: "#1 POST /<img src=x>", verdict: "changed", comparison }],
    omitted: 0,
  });
  expect(html).toContain("&lt;b&gt;Left&lt;/b&gt; compared with Right");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toMatch(/<script|<img|<b>Left/);
});
