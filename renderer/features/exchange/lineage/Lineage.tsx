import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconCornerDownRight, IconCornerLeftUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ExchangeHead, RelatedExchange } from "../../../../core/contract/exchangeView.ts";
import { timeText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { statusTone } from "../../../ui/tone.ts";
import classes from "./Lineage.module.css";
import { madeText } from "./lineageText.ts";

/** So many children stand side by side; the older ones are in a menu. */
const mostShown = 3;

/** Where the exchange came from and what became of it. */
export function Lineage({ head: { summary, parent, children } }: { head: ExchangeHead }) {
  if (summary.parent === null && children.length === 0) return null;
  const newest = children.toReversed();
  return (
    <nav className={classes.lineage} aria-label="Lineage">
      {summary.parent !== null && (
        <span className={classes.part}>
          <IconCornerLeftUp size={14} aria-hidden />
          {madeText(summary.origin)} from{" "}
          {parent ? <RelatedLink related={parent} label={parent.title} /> : <em>an exchange that was deleted since</em>}
        </span>
      )}
      {children.length > 0 && (
        <span className={classes.part}>
          <IconCornerDownRight size={14} aria-hidden />
          {newest.slice(0, mostShown).map((child) => (
            <RelatedLink key={child.id} related={child} label={madeText(child.origin)} />
          ))}
          {newest.length > mostShown && <Older related={newest.slice(mostShown)} />}
        </span>
      )}
    </nav>
  );
}

function RelatedLink({ related: { id, session, status, at }, label }: { related: RelatedExchange; label: string }) {
  return (
    <Link to="/traffic/$exchangeId" params={{ exchangeId: id }} search={{ session }} className={classes.link}>
      <Tag tone={statusTone(status)} isMono>
        {status ?? "—"}
      </Tag>{" "}
      <span className={classes.label}>{label}</span> at {timeText(at)}
    </Link>
  );
}

function Older({ related }: { related: readonly RelatedExchange[] }) {
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" rightSection={<IconChevronDown size={12} aria-hidden />}>
          {related.length.toLocaleString("en-US")} more
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.older ?? ""}>
        {related.map(({ id, session, status, origin, at }) => (
          <Menu.Item
            key={id}
            renderRoot={(props) => (
              <Link {...props} to="/traffic/$exchangeId" params={{ exchangeId: id }} search={{ session }} />
            )}
          >
            {status ?? "—"} {madeText(origin)} at {timeText(at)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
