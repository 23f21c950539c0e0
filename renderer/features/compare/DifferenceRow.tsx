import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { memo } from "react";
import type { DifferenceView } from "../../../core/contract/comparison.ts";
import type { EquivalenceRule } from "../../../core/exchange/compare/equivalenceRule.ts";
import { changedSpan, type SplitText } from "./changedSpan.ts";
import { formText, kindTexts, offerText, placeText } from "./compareText.ts";
import classes from "./DifferenceRow.module.css";

interface DifferenceRowProps {
  readonly difference: DifferenceView;
  readonly onOffer: (rule: EquivalenceRule) => void;
}

function Value({ side, text, split }: { side: string; text: string | undefined; split: SplitText | undefined }) {
  if (text === undefined) return <td className={classes.absent}>{`not on the ${side}`}</td>;
  return (
    <td>
      <div className={classes.value}>
        {split ? (
          <>
            {split[0]}
            <mark className={classes.changed}>{split[1]}</mark>
            {split[2]}
          </>
        ) : (
          text
        )}
      </div>
    </td>
  );
}

function Offers({ offers, onOffer }: { offers: readonly EquivalenceRule[]; onOffer: DifferenceRowProps["onOffer"] }) {
  const [first, ...others] = offers;
  if (!first) return null;
  return (
    <span className={classes.offers}>
      <Tooltip label={`${first.at.join(", ")} ${formText(first.how)} from now on, in this workspace`}>
        <Button variant="default" size="compact-xs" onClick={() => onOffer(first)}>
          {offerText(first.how)}
        </Button>
      </Tooltip>
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size="sm" aria-label="Other rules for this place">
              <IconDots size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((rule) => (
              <Menu.Item key={JSON.stringify(rule.how)} onClick={() => onOffer(rule)}>
                {offerText(rule.how)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </span>
  );
}

/** A place at which two exchanges differ, what stands there on each side, and the rules that would excuse it. */
export const DifferenceRow = memo(function DifferenceRow({ difference, onOffer }: DifferenceRowProps) {
  const { part, kind, pointer, left, right, offers } = difference;
  const [leftSplit, rightSplit] = left !== undefined && right !== undefined ? changedSpan(left, right) : [];
  return (
    <tr className={classes.row}>
      <th scope="row" className={classes.place}>
        <code>{placeText(part, pointer)}</code>
        <span className={classes.kind}>{kindTexts[kind]}</span>
      </th>
      <Value side="left" text={left} split={leftSplit} />
      <Value side="right" text={right} split={rightSplit} />
      <td className={classes.action}>
        <Offers offers={offers} onOffer={onOffer} />
      </td>
    </tr>
  );
});
