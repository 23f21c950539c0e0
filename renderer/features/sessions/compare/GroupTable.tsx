import { Button, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DifferenceGroupView, SessionComparison } from "../../../../core/contract/comparison.ts";
import { defaultRules } from "../../../../core/exchange/compare/defaultRules.ts";
import { countText } from "../../../ui/quantityText.ts";
import { formText, offerText, partTexts, placeText } from "../../compare/compareText.ts";
import type { Rules } from "../../compare/rules/useRules.ts";
import classes from "./GroupTable.module.css";
import { ValueChange } from "./ValueChange.tsx";

function GroupRow({ group, rules }: { group: DifferenceGroupView; rules: Rules }) {
  const { part, pattern, rule, times, exchanges, example } = group;
  const [offer] = example.offers;
  const excusing = [...rules.set.rules, ...defaultRules].find(({ id }) => id === rule);
  return (
    <tr className={classes.row} data-excused={rule !== undefined || undefined}>
      <td className={classes.count}>
        <Link
          to="."
          search={(before) => ({ ...before, mode: "pairs", group: group.group, verdict: undefined })}
          aria-label={`${countText(exchanges, "exchange")} with this difference`}
        >
          {exchanges.toLocaleString("en-US")}
        </Link>
      </td>
      <th scope="row" className={classes.place}>
        <code>{placeText(part, pattern)}</code>
        <span className={classes.part}>
          {partTexts[part]}
          {times !== exchanges && `, ${times.toLocaleString("en-US")} times`}
        </span>
      </th>
      <td className={classes.example}>
        <Link to="/compare/$left/$right" params={{ left: group.left, right: group.right }} className={classes.link}>
          <ValueChange left={example.left} right={example.right} />
        </Link>
      </td>
      <td className={classes.action}>
        {rule === undefined ? (
          offer && (
            <Tooltip label={`${offer.at.join(", ")} ${formText(offer.how)} from now on, in this workspace`}>
              <Button
                variant="default"
                size="compact-xs"
                className={classes.offer ?? ""}
                onClick={() => rules.add(offer)}
              >
                {offerText(offer.how)}
              </Button>
            </Tooltip>
          )
        ) : (
          <span className={classes.part}>excused: {excusing ? `${formText(excusing.how)} (${rule})` : rule}</span>
        )}
      </td>
    </tr>
  );
}

/** What differs, gathered by place and rule: however many exchanges have the same difference, it is one line. */
export function GroupTable({ result, rules }: { result: SessionComparison; rules: Rules }) {
  const { groups, groupCount, totals } = result;
  if (groups.length === 0) {
    return (
      <p className={classes.none}>
        {totals.total === 0
          ? "Neither session has exchanges."
          : "Nothing differs between the exchanges of both sessions."}
      </p>
    );
  }
  return (
    <>
      <table className={classes.table} aria-label="Differences by place">
        <thead>
          <tr>
            <th scope="col">Exchanges</th>
            <th scope="col">Place</th>
            <th scope="col">For example</th>
            <th scope="col">Rule</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.group} group={group} rules={rules} />
          ))}
        </tbody>
      </table>
      {groupCount > groups.length && (
        <p className={classes.none}>{`The first ${groups.length} of ${countText(groupCount, "place")} are shown.`}</p>
      )}
    </>
  );
}
