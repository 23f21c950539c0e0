import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useAction, useAvailableActions, useRunAction } from "../../actions/useAction.ts";
import { orpc } from "../../client/client.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { Keys } from "../../ui/Keys.tsx";
import { useSessionMutations } from "../sessions/sessionMutations.ts";
import { sessionSizeText } from "../sessions/sessionText.ts";
import { filterPalette, sessionsGroup } from "./filterPalette.ts";
import { paletteGroups } from "./paletteActions.ts";

/** Finds and runs any action that can run now, and switches to any session. */
export function Palette() {
  const available = useAvailableActions();
  const run = useRunAction();
  const sessionActions = useSessionActions();
  useAction("open-palette", spotlight.toggle);
  const groups: SpotlightActionGroupData[] = paletteGroups(available).map(({ group, actions }) => ({
    group,
    actions: actions.map(({ id, label, keywords }) => ({
      id,
      label,
      keywords: [...keywords],
      rightSection: <Keys action={id} />,
      // The palette gives the focus back when it closes; an action that moves the focus comes after that.
      onClick: () => requestAnimationFrame(() => run(id)),
    })),
  }));
  return (
    <Spotlight
      actions={[...groups, { group: sessionsGroup, actions: sessionActions }]}
      filter={filterPalette}
      nothingFound="No action has these words."
      shortcut={null}
      scrollable
      maxHeight={420}
      highlightQuery
      attributes={{ content: { "aria-label": "Search or run" } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: "Search or run…",
        "aria-label": "Search or run",
      }}
    />
  );
}

function useSessionActions() {
  const current = useStatus().session;
  const { data } = useQuery(orpc.sessions.list.queryOptions());
  const { open } = useSessionMutations();
  return (data ?? [])
    .filter((session) => session.id !== current.id)
    .map((session) => ({
      id: `session:${session.id}`,
      label: session.name,
      description: sessionSizeText(session),
      onClick: () => open.mutate({ id: session.id }),
    }));
}
