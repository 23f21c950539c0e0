import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
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
  // Three columns of their least widths and the rail.
  const isNarrow = useMediaQuery("(max-width: 50em)", false, { getInitialValueInEffect: false });
  const go = (search: { property: string; profile?: string | undefined; event?: string | undefined }) =>
    void navigate({ to: "/data", search, replace: true });
  const profiles = (
    <ProfilesPanel
      property={property}
      properties={properties}
      chosen={profile}
      onProperty={(id) => go({ property: id })}
      onProfile={(id) => go({ property: property.id, profile: id })}
    />
  );
  const events = (
    <EventsPanel
      property={property.id}
      profile={profile}
      chosen={event}
      onEvent={(id) => go({ property: property.id, profile, event: id })}
    />
  );
  const resources = <ResourcePanes property={property.id} profile={profile} event={event} />;
  return (
    <>
      <VisuallyHidden>
        <h1>Data</h1>
      </VisuallyHidden>
      {isNarrow ? (
        <div className={classes.stack}>
          {profiles}
          {events}
          {resources}
        </div>
      ) : (
        <Group orientation="horizontal" className={classes.group}>
          <Panel id="profiles" defaultSize={300} minSize={220} groupResizeBehavior="preserve-pixel-size">
            {profiles}
          </Panel>
          <Separator className={classes.separator} aria-label="Width of the profiles" />
          <Panel id="events" defaultSize={300} minSize={220} groupResizeBehavior="preserve-pixel-size">
            {events}
          </Panel>
          <Separator className={classes.separator} aria-label="Width of the timeline" />
          <Panel id="resources" minSize={280}>
            {resources}
          </Panel>
        </Group>
      )}
    </>
  );
}
