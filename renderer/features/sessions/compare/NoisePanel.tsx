import { Button } from "@mantine/core";
import type { ProposalView, SessionComparison } from "../../../../core/contract/comparison.ts";
import type { EquivalenceRule } from "../../../../core/exchange/compare/equivalenceRule.ts";
import { countText } from "../../../ui/quantityText.ts";
import { formText, partTexts, placeText } from "../../compare/compareText.ts";
import { LearnFrom } from "./LearnFrom.tsx";
import classes from "./NoisePanel.module.css";
import { ValueChange } from "./ValueChange.tsx";

function Proposed({ proposal, onAccept }: { proposal: ProposalView; onAccept: () => void }) {
  const { rule, times, exchanges, left, right } = proposal;
  return (
    <li className={classes.proposal}>
      <div className={classes.text}>
        <code>{rule.at.join(", ")}</code> {formText(rule.how)}
        <div className={classes.about}>
          {rule.parts.map((part) => partTexts[part]).join(", ")} · differed {countText(times, "time")} in{" "}
          {countText(exchanges, "exchange")}, for example <ValueChange left={left} right={right} />
        </div>
      </div>
      <Button variant="default" size="compact-sm" onClick={onAccept}>
        Accept
      </Button>
    </li>
  );
}

/** Rules that would excuse what differs between two runs of the same requests, to be accepted one by one. */
export function NoisePanel(props: { result: SessionComparison; onAccept: (rule: EquivalenceRule) => void }) {
  const { proposals, unproposed } = props.result;
  return (
    <div className={classes.panel}>
      <p className={classes.intro}>
        What differs between two replays of one session is noise, whatever it says. Each rule here excuses the
        differences of one place, by the weakest form that takes in all of them. Accept those that mean nothing to you.
      </p>
      <div className={classes.learn}>
        <LearnFrom session={props.result.right} />
      </div>
      {proposals.length === 0 && (
        <p className={classes.intro}>
          {unproposed.length === 0
            ? "Nothing is left to learn: the rules in force excuse all that differs."
            : "No rule is proposed."}
        </p>
      )}
      <ul className={classes.list} aria-label="Proposed rules">
        {proposals.map((proposal) => (
          <Proposed
            key={`${proposal.rule.id} ${JSON.stringify(proposal.rule.how)}`}
            proposal={proposal}
            onAccept={() => props.onAccept(proposal.rule)}
          />
        ))}
      </ul>
      {unproposed.length > 0 && (
        <>
          <h2 className={classes.title}>Never learnt</h2>
          <p className={classes.intro}>
            These differ, too. Ignoring them would hide what a comparison is for: the status, whole bodies, and which
            native calls are made.
          </p>
          <ul className={classes.list}>
            {unproposed.map(({ part, pattern, times }) => (
              <li key={`${part} ${pattern}`} className={classes.proposal}>
                <span className={classes.text}>
                  {partTexts[part]} {pattern !== "" && <code>{placeText(part, pattern)}</code>}
                </span>
                <span className={classes.about}>{countText(times, "time")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
