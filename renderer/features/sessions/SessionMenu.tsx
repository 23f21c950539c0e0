import { Loader, Menu } from "@mantine/core";
import { IconCheck, IconPencil, IconPlus, IconStack2, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Session } from "../../../core/exchange/exchange.ts";
import { orpc } from "../../client/client.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Keys } from "../../ui/Keys.tsx";
import type { SessionTask } from "./SessionDialogs.tsx";
import classes from "./SessionPicker.module.css";
import { useSessionMutations } from "./sessionMutations.ts";
import { sessionSizeText } from "./sessionText.ts";

/** The menu under the picker: the sessions, then what can be done with the one that is recorded into. */
export function SessionMenu({ current, onTask }: { current: Session; onTask: (task: SessionTask) => void }) {
  return (
    <Menu.Dropdown>
      <Menu.Label>Record into</Menu.Label>
      <SessionItems current={current} />
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconPlus size={14} />}
        rightSection={<Keys action="new-session" />}
        onClick={() => onTask({ kind: "create" })}
      >
        New session…
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => onTask({ kind: "edit", session: current })}>
        Edit this session…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTrash size={14} />}
        color="red"
        onClick={() => onTask({ kind: "remove", session: current })}
      >
        Delete this session…
      </Menu.Item>
      <Menu.Item
        leftSection={<IconStack2 size={14} />}
        rightSection={<Keys action="go-sessions" />}
        component={Link}
        to="/sessions"
      >
        All sessions
      </Menu.Item>
    </Menu.Dropdown>
  );
}

function SessionItems({ current }: { current: Session }) {
  const sessions = useQuery(orpc.sessions.list.queryOptions());
  const { open } = useSessionMutations();
  if (sessions.isPending) return <Loader size="xs" m="sm" aria-label="Reading the sessions" />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <div className={classes.list}>
      {sessions.data.map((session) => (
        <Menu.Item
          key={session.id}
          leftSection={session.id === current.id ? <IconCheck size={14} /> : <span className={classes.noMark} />}
          onClick={() => open.mutate({ id: session.id })}
          aria-current={session.id === current.id}
          classNames={{ itemLabel: classes.itemLabel ?? "" }}
        >
          <div className={classes.itemName} title={session.name}>
            {session.name}
          </div>
          <div className={classes.itemSize}>{sessionSizeText(session)}</div>
        </Menu.Item>
      ))}
    </div>
  );
}
