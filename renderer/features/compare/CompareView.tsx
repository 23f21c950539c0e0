import { Button, SegmentedControl } from "@mantine/core";
import { IconAdjustments, IconArrowsExchange } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import type { ExchangeComparison } from "../../../core/contract/comparison.ts";
import { useAction } from "../../actions/useAction.ts";
import { orpc } from "../../client/client.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { countText } from "../../ui/quantityText.ts";
import { Tag } from "../../ui/Tag.tsx";
import { GoneBar } from "../exchange/GoneBar.tsx";
import classes from "./CompareView.module.css";
import { failureTexts, verdictTones } from "./compareText.ts";
import { DifferenceTables } from "./DifferenceTables.tsx";
import { ExcusedList } from "./ExcusedList.tsx";
import { RulesDrawer } from "./rules/RulesDrawer.tsx";
import { useRules } from "./rules/useRules.ts";
import { SideCard } from "./SideCard.tsx";
import type { Message } from "./text/messageText.ts";
import { TextDiff } from "./text/TextDiff.tsx";

function sum(counts: Readonly<Record<string, number | undefined>>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
}

function summaryText({ counts, excused, failures }: ExchangeComparison): string {
  const failed = [
    failures.left && `The left ${failureTexts[failures.left]}`,
    failures.right && `The right ${failureTexts[failures.right]}`,
  ];
  const found = sum(counts);
  const texts = [found === 0 ? "No difference counts" : countText(found, "difference")];
  if (sum(excused) > 0) texts.push(`${sum(excused).toLocaleString("en-US")} excused`);
  return [...failed.filter(Boolean), texts.join(", ")].join(". ");
}

/** The message to show first as text: where the first difference is. */
function firstMessage({ differences }: ExchangeComparison): Message {
  const part = (differences.find(({ rule }) => rule === undefined) ?? differences[0])?.part;
  if (part === "native-request") return "native-request";
  return part === "native-response" ? "native-response" : "klaviyo-response";
}

/** How two exchanges differ: place by place, or as text. */
export function CompareView({ left, right }: { left: string; right: string }) {
  const { data, error } = useSuspenseQuery(orpc.comparison.exchanges.queryOptions({ input: { left, right } }));
  const rules = useRules();
  const [isText, setText] = useState(false);
  const [areRulesOpen, setRulesOpen] = useState(false);
  useAction("toggle-text-diff", () => setText(!isText));
  useAction("edit-rules", () => setRulesOpen(true));
  return (
    <article className={classes.compare} aria-label="Comparison of two exchanges">
      <GoneBar error={error} />
      <header className={classes.header}>
        <h1 className={classes.title}>Compare</h1>
        <Tag tone={verdictTones[data.verdict]}>{data.verdict}</Tag>
        <span className={classes.summary} role="status">
          {summaryText(data)}
        </span>
        <ActionTip action="toggle-text-diff">
          <SegmentedControl
            size="xs"
            aria-label="How differences are shown"
            value={isText ? "text" : "places"}
            onChange={(value) => setText(value === "text")}
            data={[
              { value: "places", label: "Differences" },
              { value: "text", label: "Text" },
            ]}
          />
        </ActionTip>
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={14} />}
          renderRoot={(props) => (
            <Link {...props} to="/compare/$left/$right" params={{ left: right, right: left }} replace />
          )}
        >
          Swap sides
        </Button>
        <ActionTip action="edit-rules">
          <Button variant="default" leftSection={<IconAdjustments size={14} />} onClick={() => setRulesOpen(true)}>
            Rules
          </Button>
        </ActionTip>
      </header>
      <div className={classes.sides}>
        <SideCard side="Left" what="what is expected" exchange={data.left} />
        <SideCard side="Right" what="what is compared with it" exchange={data.right} />
      </div>
      <div className={classes.body}>
        {isText ? (
          <Suspense fallback={<output className={classes.reading}>Reading both…</output>}>
            <TextDiff left={left} right={right} first={firstMessage(data)} />
          </Suspense>
        ) : (
          <>
            {data.verdict === "same" && (
              <p className={classes.same}>Nothing differs that the rules of this workspace do not excuse.</p>
            )}
            <DifferenceTables comparison={data} onOffer={rules.add} />
            <ExcusedList comparison={data} rules={rules} />
            {!data.hasNativeCalls && (
              <p className={classes.hint}>
                The native calls are left out: of an exchange that was imported or replayed elsewhere they are not
                known.
              </p>
            )}
          </>
        )}
      </div>
      <RulesDrawer isOpen={areRulesOpen} onClose={() => setRulesOpen(false)} rules={rules} hits={data.excused} />
    </article>
  );
}
