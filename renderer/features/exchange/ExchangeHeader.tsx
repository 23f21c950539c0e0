import { Button, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconEdit, IconFileExport } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ExchangeHead } from "../../../core/contract/exchangeView.ts";
import { useAction } from "../../actions/useAction.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { statusTone } from "../../ui/tone.ts";
import { CompareWithButton } from "../compare/partner/CompareWithButton.tsx";
import { CopyAsMenu } from "./CopyAsMenu.tsx";
import classes from "./ExchangeHeader.module.css";
import { clientText } from "./headline.ts";
import { NoteButton } from "./NoteButton.tsx";
import { ReplayButton } from "./ReplayButton.tsx";

export function ExchangeHeader({ head, callIndex }: { head: ExchangeHead; callIndex: number }) {
  const { summary, request } = head;
  const navigate = useNavigate();
  useAction("edit-in-compose", () => void navigate({ to: "/compose", search: { from: summary.id } }));
  const exportOf = {
    to: "/sessions/$sessionId/$tab",
    params: { sessionId: summary.session, tab: "export" },
    search: { exchange: summary.id },
  } as const;
  useAction("export", () => void navigate(exportOf));
  const line = `${request.method} ${request.path}`;
  const client = clientText(request.headers);
  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <Link
          to="/traffic"
          search={(before) => ({ ...before, item: undefined })}
          className={classes.back}
          aria-label="Back to the list"
        >
          <IconArrowLeft size={18} />
        </Link>
        <Tag tone={statusTone(summary.status)} isMono>
          {summary.status ?? "—"}
        </Tag>
        <h1 className={classes.title}>{summary.title}</h1>
        <Tooltip label={line}>
          <code className={classes.line}>{line}</code>
        </Tooltip>
        <span className={classes.client} title={client}>
          {client}
        </span>
      </div>
      <div className={classes.actions}>
        <NoteButton key={summary.id} id={summary.id} note={head.note} />
        <CompareWithButton exchange={summary} />
        <ActionTip action="export">
          <Button
            variant="default"
            leftSection={<IconFileExport size={14} />}
            renderRoot={(props) => <Link {...props} {...exportOf} />}
          >
            Export
          </Button>
        </ActionTip>
        <CopyAsMenu head={head} callIndex={callIndex} />
        <ReplayButton id={summary.id} />
        <ActionTip action="edit-in-compose">
          <Button
            variant="default"
            data-often
            leftSection={<IconEdit size={14} />}
            renderRoot={(props) => <Link {...props} to="/compose" search={{ from: summary.id }} />}
          >
            Edit
          </Button>
        </ActionTip>
      </div>
    </header>
  );
}
