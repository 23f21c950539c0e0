import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconPencil, IconPlayerRecordFilled, IconTrash } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { useAction } from "../../../actions/useAction.ts";
import { useStatus } from "../../../live/LiveContext.ts";
import { countText } from "../../../ui/quantityText.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { RearrangeMenu } from "../rearranging/RearrangeMenu.tsx";
import { SessionDialogs, type SessionTask } from "../SessionDialogs.tsx";
import { useSessionMutations } from "../sessionMutations.ts";
import { sessionSizeText, sessionTimeText } from "../sessionText.ts";
import classes from "./SessionHeader.module.css";

/** What a session is, and what can be done with the whole of it. */
export function SessionHeader({ session }: { session: Session }) {
  const [task, setTask] = useState<SessionTask>();
  const isRecording = useStatus().session.id === session.id;
  const { open } = useSessionMutations();
  const navigate = useNavigate();
  useAction(
    "export",
    () => void navigate({ to: "/sessions/$sessionId/$tab", params: { sessionId: session.id, tab: "export" } }),
  );
  const { name, tags, note, dropped = 0 } = session;
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <Link to="/sessions" className={classes.back} aria-label="Back to the list">
          <IconArrowLeft size={18} />
        </Link>
        <h1 className={classes.title} title={name}>
          {name}
        </h1>
        {tags.length > 0 && (
          <span className={classes.tags} title={tags.join(", ")}>
            {tags.map((tag) => (
              <Tag key={tag} tone="quiet">
                {tag}
              </Tag>
            ))}
          </span>
        )}
        <span className={classes.spring} />
        {isRecording ? (
          <span className={classes.recording}>
            <IconPlayerRecordFilled size={12} aria-hidden /> Recorded into
          </span>
        ) : (
          <Button variant="default" loading={open.isPending} onClick={() => open.mutate({ id: session.id })}>
            Record into it
          </Button>
        )}
        <Tooltip label="Edit name, tags and note…">
          <ActionIcon aria-label="Edit the session" onClick={() => setTask({ kind: "edit", session })}>
            <IconPencil size={16} />
          </ActionIcon>
        </Tooltip>
        <RearrangeMenu session={session} onTask={setTask} />
        <Tooltip label="Delete the session…">
          <ActionIcon aria-label="Delete the session" onClick={() => setTask({ kind: "remove", session })}>
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.facts}>
        {sessionSizeText(session)}
        {sessionTimeText(session) !== "" && ` · ${sessionTimeText(session)}`}
        {dropped > 0 && ` · ${countText(dropped, "older exchange")} removed by the limits in Settings`}
      </div>
      {note !== "" && <p className={classes.note}>{note}</p>}
      <SessionDialogs task={task} onTask={setTask} />
    </header>
  );
}
