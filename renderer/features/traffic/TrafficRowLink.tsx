import { IconCornerDownRight, IconEdit, IconFileImport, IconRepeat, type TablerIcon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { ExchangeSummary, Origin } from "../../../core/exchange/exchange.ts";
import { Tag } from "../../ui/Tag.tsx";
import type { OptionProps } from "../../ui/VirtualListbox.tsx";
import classes from "./TrafficRowLink.module.css";
import { originTexts, trafficRow } from "./trafficRow.ts";

/** What is received needs no icon: it is what traffic is. */
const originIcons: Readonly<Partial<Record<Origin, TablerIcon>>> = {
  composed: IconEdit,
  replayed: IconRepeat,
  imported: IconFileImport,
};

interface TrafficRowLinkProps {
  readonly exchange: ExchangeSummary;
  readonly option: OptionProps;
  /** Where the list is not that of the Traffic screen: the session that screen is to show. */
  readonly session?: string | undefined;
}

export const TrafficRowLink = memo(function TrafficRowLink({ exchange, option, session }: TrafficRowLinkProps) {
  const row = trafficRow(exchange);
  const OriginIcon = originIcons[exchange.origin];
  return (
    <Link
      {...option}
      to="/traffic/$exchangeId"
      params={{ exchangeId: exchange.id }}
      search={(before) => ({ ...before, ...(session !== undefined && { session }), item: undefined })}
      aria-label={row.name}
    >
      <span className={classes.row}>
        <span className={classes.status}>
          <Tag tone={row.tone} isMono>
            {row.status}
          </Tag>
        </span>
        <span className={classes.line}>
          <span className={classes.title}>{row.title}</span>
          {exchange.parent !== null && <IconCornerDownRight size={13} aria-hidden />}
          {OriginIcon && <OriginIcon size={13} title={originTexts[exchange.origin]} />}
          <span className={classes.number}>{row.duration}</span>
          <span className={classes.number}>{row.time}</span>
        </span>
        <span className={classes.line}>
          <span className={classes.subject}>{row.subject}</span>
          {row.tags.map((tag) => (
            <Tag key={tag.text} tone={tag.tone}>
              {tag.text}
            </Tag>
          ))}
        </span>
      </span>
    </Link>
  );
}, isSameRow);

function isSameRow(before: TrafficRowLinkProps, after: TrafficRowLinkProps): boolean {
  return (
    before.exchange === after.exchange &&
    before.option.id === after.option.id &&
    before.option["aria-selected"] === after.option["aria-selected"] &&
    before.option["aria-setsize"] === after.option["aria-setsize"]
  );
}
