import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconArrowsJoin2, IconArrowsSplit2, IconCopy, IconDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import type { SessionTask } from "../SessionDialogs.tsx";
import { useSessionMutations } from "../sessionMutations.ts";
import { freeName } from "../sessionText.ts";

interface RearrangeMenuProps {
  readonly session: Session;
  readonly onTask: (task: SessionTask) => void;
}

/** What can be made of a session: another one like it, one with others, two of it. */
export function RearrangeMenu({ session, onTask }: RearrangeMenuProps) {
  const names = useQuery(orpc.sessions.list.queryOptions()).data?.map(({ name }) => name) ?? [];
  const { copy } = useSessionMutations();
  const isEmpty = session.exchanges === 0;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Tooltip label="Duplicate, merge, split…">
        <Menu.Target>
          <ActionIcon aria-label="Duplicate, merge or split the session">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={14} />}
          disabled={isEmpty}
          onClick={() => copy.mutate({ sessions: [session.id], name: freeName(`Copy of ${session.name}`, names) })}
        >
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsJoin2 size={14} />}
          disabled={names.length < 2}
          onClick={() => onTask({ kind: "merge", session })}
        >
          Merge with others…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowsSplit2 size={14} />}
          disabled={isEmpty}
          onClick={() => onTask({ kind: "split", session })}
        >
          Split by a filter…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
