import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/client.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { eventsOptions } from "./dataQueries.ts";
import { ResourcePane } from "./ResourcePane.tsx";
import classes from "./ResourcePanes.module.css";

interface ResourcePanesProps {
  readonly property: string;
  readonly profile: string | undefined;
  readonly event: string | undefined;
}

/** The chosen profile and event, as the native API returns them. */
export function ResourcePanes({ property, profile, event }: ResourcePanesProps) {
  if (profile === undefined && event === undefined) {
    return (
      <div className={classes.none}>
        Choose a profile to see it and its timeline, or an event, as the native API would return them.
      </div>
    );
  }
  return (
    <div className={classes.panes}>
      {profile !== undefined && <ProfilePane property={property} profile={profile} />}
      {event !== undefined && <EventPane property={property} profile={profile} event={event} />}
    </div>
  );
}

function ProfilePane({ property, profile }: { property: string; profile: string }) {
  const { data, error, refetch } = useQuery(orpc.sandbox.profile.queryOptions({ input: { property, id: profile } }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <ResourcePane title="Profile" path={`GET /v1/profiles/${profile}`} json={data?.profile.json} />;
}

function EventPane({ property, profile, event }: { property: string; profile: string | undefined; event: string }) {
  const { data } = useInfiniteQuery(eventsOptions(property, profile));
  const found = data?.pages.flatMap((page) => page.events).find(({ id }) => id === event);
  return <ResourcePane title="Event" path={`GET /v1/events/${event}`} json={found?.json} />;
}
