import { Link } from "@tanstack/react-router";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { dayText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import type { OptionProps } from "../../../ui/VirtualListbox.tsx";
import { sessionSizeText } from "../sessionText.ts";
import { firstTab } from "../view/sessionTabs.ts";
import classes from "./SessionRowLink.module.css";

interface SessionRowLinkProps {
  readonly session: Session;
  readonly isRecording: boolean;
  readonly option: OptionProps;
}

/** One session in the list: what it is called, how much there is of it, what a person wrote beside it. */
export function SessionRowLink({ session, isRecording, option }: SessionRowLinkProps) {
  const { id, name, tags, note, lastAt, createdAt } = session;
  const size = sessionSizeText(session);
  const label = [name, ...(isRecording ? ["recorded into"] : []), size, ...tags, note].filter(Boolean).join("; ");
  return (
    <Link
      {...option}
      to="/sessions/$sessionId/$tab"
      params={({ tab = firstTab }) => ({ sessionId: id, tab })}
      aria-label={label}
    >
      <span className={classes.row}>
        <span className={classes.line}>
          {isRecording && <span className={classes.dot} title="Recorded into" />}
          <span className={classes.name}>{name}</span>
          <span className={classes.time}>{dayText(lastAt ?? createdAt)}</span>
        </span>
        <span className={classes.size}>{size}</span>
        <span className={classes.line}>
          {tags.map((tag) => (
            <Tag key={tag} tone="quiet">
              {tag}
            </Tag>
          ))}
          <span className={classes.note}>{note}</span>
        </span>
      </span>
    </Link>
  );
}
