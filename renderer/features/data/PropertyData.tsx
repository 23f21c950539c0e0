import { VisuallyHidden } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Group, Panel, Separator } from "react-resizable-panels";
import type { Property } from "../../../core/contract/sandbox.ts";
import classes from "./DataScreen.module.css";
import { EventsPanel } from "./EventsPanel.tsx";
import { ProfilesPanel } from "./ProfilesPanel.tsx";
import { ResourcePanes } from "./ResourcePanes.tsx";

interface PropertyDataProps {
  readonly property: Property;
  readonly properties: readonly Property[];
}

/** One property: its profiles, the timeline of the chosen one, and both as the native API returns them. */
export function PropertyData({ property, properties }: PropertyDataProps) {
  const { profile, event } = useSearch({ from: "/data" });
  const navigate = useNavigate();
  const go = (search: { property: string; profile?: string | undefined; event?: string | undefined }) =>
    void navigate({ to: "/data", search, replace: true });
  return (
    <>
      <VisuallyHidden>
        <h1>Data</h1>
      </VisuallyHidden>
      <Group orientation="horizontal" className={classes.group}>
        <Panel id="profiles" defaultSize={300} minSize={220} groupResizeBehavior="preserve-pixel-size">
          <ProfilesPanel
            property={property}
            properties={properties}
            chosen={profile}
            onProperty={(id) => go({ property: id })}
            onProfile={(id) => go({ property: property.id, profile: id })}
          />
        </Panel>
        <Separator className={classes.separator} aria-label="Width of the profiles" />
        <Panel id="events" defaultSize={300} minSize={220} groupResizeBehavior="preserve-pixel-size">
          <EventsPanel
            property={property.id}
            profile={profile}
            chosen={event}
            onEvent={(id) => go({ property: property.id, profile, event: id })}
          />
        </Panel>
        <Separator className={classes.separator} aria-label="Width of the timeline" />
        <Panel id="resources" minSize={280}>
          <ResourcePanes property={property.id} profile={profile} event={event} />
        </Panel>
      </Group>
    </>
  );
}
