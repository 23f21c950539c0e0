import { useMemo } from "react";
import type { ExchangeItem } from "../../../../core/contract/exchangeView.ts";
import { countText } from "../../../ui/quantityText.ts";
import type { Panes } from "../panes/usePanes.ts";
import classes from "./Dock.module.css";
import { FindingsList } from "./FindingsList.tsx";
import { orderFindings } from "./orderFindings.ts";
import { RuleCard } from "./RuleCard.tsx";

/** Below the panes: what to know of the fields, and the rules behind the one that is pointed at. */
export function Dock({ item, panes }: { item: ExchangeItem; panes: Panes }) {
  const { active, trace } = panes.provenance;
  const findings = useMemo(() => orderFindings(item.findings), [item.findings]);
  return (
    <div className={classes.dock}>
      <section className={classes.part} aria-label="Findings of this request">
        <h2 className={classes.title}>
          {item.findings.length === 0 ? "Findings" : countText(item.findings.length, "finding")}
        </h2>
        <div className={classes.content}>
          <FindingsList
            findings={findings}
            emptyText={
              item.native.length > 0
                ? "Every field arrived as it was sent."
                : "Nothing was translated, so nothing was lost."
            }
            activePointer={active?.pane === "klaviyo-request" ? active.pointer : undefined}
            onLocate={({ pointer }, isFocused) => panes.locate({ pane: "klaviyo-request", pointer }, isFocused)}
          />
        </div>
      </section>
      <section className={classes.part} aria-label="Rule">
        <h2 className={classes.title}>Rule</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keys that scroll need the focus */}
        <div className={classes.content} aria-live="polite" tabIndex={0}>
          <RuleCard active={active} trace={trace} findings={item.findings} />
        </div>
      </section>
    </div>
  );
}
