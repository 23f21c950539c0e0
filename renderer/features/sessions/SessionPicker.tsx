import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";
import { SessionDialogs, type SessionTask } from "./SessionDialogs.tsx";
import { SessionMenu } from "./SessionMenu.tsx";
import classes from "./SessionPicker.module.css";

/** Which session is recorded into, and all that can be done with sessions. */
export function SessionPicker() {
  const { session } = useStatus();
  const [isOpen, setOpen] = useState(false);
  const [task, setTask] = useState<SessionTask>();
  useAction("switch-session", () => setOpen(true));
  useAction("new-session", () => setTask({ kind: "create" }));
  useAction("edit-session", () => setTask({ kind: "edit", session }));
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-start" width="22rem" shadow="md">
        <ActionTip action="switch-session">
          <Menu.Target>
            <Button
              variant="default"
              className={classes.target}
              rightSection={<IconChevronDown size={14} aria-hidden />}
              aria-label={`Session ${session.name}, ${session.exchanges} exchanges. Switch session`}
            >
              <span className={classes.prefix}>Session</span>
              <span className={classes.name}>{session.name}</span>
              <span className={classes.count}>{session.exchanges.toLocaleString("en")}</span>
            </Button>
          </Menu.Target>
        </ActionTip>
        {isOpen && <SessionMenu current={session} onTask={setTask} />}
      </Menu>
      <SessionDialogs task={task} onTask={setTask} />
    </>
  );
}
