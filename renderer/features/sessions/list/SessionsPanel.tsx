import { ActionIcon, Button, Skeleton, Stack, TextInput } from "@mantine/core";
import { IconFileImport, IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useAction, useRunAction } from "../../../actions/useAction.ts";
import { orpc } from "../../../client/client.ts";
import { useStatus } from "../../../live/LiveContext.ts";
import { ActionTip } from "../../../ui/ActionTip.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Keys } from "../../../ui/Keys.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { type ListboxHandle, VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import { firstTab } from "../view/sessionTabs.ts";
import { findSessions } from "./findSessions.ts";
import { SessionRowLink } from "./SessionRowLink.tsx";
import classes from "./SessionsPanel.module.css";

const rowHeight = 68;

/** All sessions, to find one by its name, tags or note. */
export function SessionsPanel({ chosen }: { chosen: string | undefined }) {
  const sessions = useQuery(orpc.sessions.list.queryOptions());
  const recording = useStatus().session.id;
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const listbox = useRef<ListboxHandle>(null);
  const navigate = useNavigate();
  const run = useRunAction();
  useAction("focus-filter", () => input.current?.select());
  const all = sessions.data ?? [];
  const rows = findSessions(all, text);
  const index = rows.findIndex(({ id }) => id === chosen);
  const go = (at: number) => {
    const row = rows[at];
    if (!row || row.id === chosen) return;
    void navigate({
      to: "/sessions/$sessionId/$tab",
      params: ({ tab = firstTab }) => ({ sessionId: row.id, tab }),
      replace: chosen !== undefined,
    });
  };
  return (
    <section className={classes.panel} aria-label="Sessions">
      <div className={classes.tools}>
        <TextInput
          ref={input}
          type="search"
          className={classes.search ?? ""}
          aria-label="Search the sessions"
          placeholder={`Search ${countText(all.length, "session")}`}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
          rightSection={text === "" && <Keys action="focus-filter" />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "Enter") return;
            event.preventDefault();
            listbox.current?.focus();
            if (index < 0) go(0);
          }}
        />
        <ActionTip action="new-session">
          <ActionIcon variant="default" size={30} aria-label="New session" onClick={() => run("new-session")}>
            <IconPlus size={16} />
          </ActionIcon>
        </ActionTip>
        <ActionTip action="import-files">
          <ActionIcon variant="default" size={30} aria-label="Import files" onClick={() => run("import-files")}>
            <IconFileImport size={16} />
          </ActionIcon>
        </ActionTip>
      </div>
      {sessions.isPending && (
        <Stack p="sm" gap="xs" role="status" aria-label="Reading the sessions">
          <Skeleton height={48} />
          <Skeleton height={48} />
        </Stack>
      )}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && rows.length === 0 && (
        <Stack p="lg" gap="xs" align="flex-start">
          No session has “{text.trim()}” in its name, tags or note.
          <Button variant="default" onClick={() => setText("")}>
            Clear the search
          </Button>
        </Stack>
      )}
      {rows.length > 0 && (
        <VirtualListbox
          id="session-list"
          label="Sessions, newest first"
          handle={listbox}
          count={rows.length}
          total={rows.length}
          rowHeight={rowHeight}
          active={index < 0 ? undefined : index}
          keyOf={(at) => rows[at]?.id ?? at}
          renderRow={(at, option) => {
            const row = rows[at];
            return row && <SessionRowLink session={row} isRecording={row.id === recording} option={option} />;
          }}
          onMove={go}
          onEnter={() => document.getElementById("session")?.focus()}
        />
      )}
    </section>
  );
}
