import { Anchor, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Route } from "../../../../core/klaviyo/route.ts";
import { countText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { statusTone } from "../../../ui/tone.ts";
import { fidelityText } from "../../exchange/headline.ts";
import type { DraftAnalysis } from "../analysis/draftAnalysis.ts";
import { composeStore, useComposeState } from "../draft/composeStore.ts";
import classes from "./ComposeStrip.module.css";
import type { SentExchange } from "./composeModels.ts";
import { verdictText } from "./verdictText.ts";

function ExchangeLink({ id, children }: { id: string; children: string }) {
  return (
    <Anchor inherit renderRoot={(props) => <Link {...props} to="/traffic/$exchangeId" params={{ exchangeId: id }} />}>
      {children}
    </Anchor>
  );
}

interface ComposeStripProps {
  readonly route: Route;
  readonly analysis: DraftAnalysis | undefined;
  readonly sent: SentExchange | undefined;
}

/** What would be answered, where the draft is from, and what became of it. */
export function ComposeStrip({ route, analysis, sent }: ComposeStripProps) {
  const { draft } = useComposeState();
  const verdict = verdictText(route, analysis);
  const fidelity = analysis ? fidelityText(analysis.leaves, analysis.leavesMapped) : "";
  return (
    <div className={classes.strip}>
      <output className={classes.verdict}>
        {verdict.status !== undefined && (
          <Tag tone={statusTone(verdict.status)} isMono>
            {verdict.status}
          </Tag>
        )}
        {verdict.text}
      </output>
      {draft.parent !== null && (
        <span>
          Edit of <ExchangeLink id={draft.parent}>an exchange</ExchangeLink>, sent as its child{" "}
          <Button size="compact-xs" variant="subtle" onClick={() => composeStore.change({ parent: null })}>
            Detach
          </Button>
        </span>
      )}
      {sent && (
        <span className={classes.sent}>
          Sent, answered{" "}
          <Tag tone={statusTone(sent.head.summary.status)} isMono>
            {sent.head.summary.status ?? "—"}
          </Tag>{" "}
          <ExchangeLink id={sent.head.summary.id}>Open in Traffic</ExchangeLink>
        </span>
      )}
      <span className={classes.spring} />
      {fidelity !== "" && analysis && (
        <span>
          fidelity <strong>{fidelity}</strong> · {analysis.leavesMapped.toLocaleString("en-US")} of{" "}
          {countText(analysis.leaves, "field")}
          {analysis.otherFindings > 0 && ` · ${countText(analysis.otherFindings, "finding")} in other items`}
        </span>
      )}
    </div>
  );
}
