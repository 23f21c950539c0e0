import { Anchor, Button, Select, Text } from "@mantine/core";
import { IconAdjustments } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { useAction } from "../../../actions/useAction.ts";
import { orpc } from "../../../client/client.ts";
import { ActionTip } from "../../../ui/ActionTip.tsx";
import { RulesDrawer } from "../../compare/rules/RulesDrawer.tsx";
import { useRules } from "../../compare/rules/useRules.ts";
import classes from "./CompareTab.module.css";
import { ComparisonResult } from "./ComparisonResult.tsx";
import { aboutSession, otherSessions, sessionSides } from "./otherSessions.ts";
import { useSessionComparison } from "./useSessionComparison.ts";

/** Compares the session with another one. */
export function CompareTab({ session }: { session: Session }) {
  const { other: asked } = useSearch({ from: "/sessions/$sessionId/$tab" });
  const navigate = useNavigate();
  const [areRulesOpen, setRulesOpen] = useState(false);
  useAction("edit-rules", () => setRulesOpen(true));
  const sessions = useQuery(orpc.sessions.list.queryOptions()).data;
  const related = useQuery(
    orpc.comparison.relatedSessions.queryOptions({ input: { session: session.id }, staleTime: 0 }),
  ).data;
  if (!sessions || !related) return null;
  const others = otherSessions(session.id, sessions, related);
  const nearest = related.length > 0 ? others[0]?.id : undefined;
  const other = sessions.find(({ id }) => id !== session.id && id === (asked ?? nearest));
  const choose = (id: string | null) =>
    void navigate({ to: ".", search: (before) => ({ ...before, other: id ?? undefined, group: undefined }) });
  return (
    <section className={classes.tab} aria-label="Compare">
      <div className={classes.bar}>
        <Select
          size="xs"
          className={classes.other ?? ""}
          aria-label="Compare with"
          leftSection={<span className={classes.with}>Compare with</span>}
          leftSectionWidth="6.5rem"
          placeholder="choose a session"
          data={others.map(({ id, label }) => ({ value: id, label }))}
          value={other?.id ?? null}
          onChange={choose}
          renderOption={({ option }) => (
            <span className={classes.option}>
              <bdi>{option.label}</bdi>
              <span className={classes.about}>{others.find(({ id }) => id === option.value)?.about}</span>
            </span>
          )}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No session of that name"
        />
        <span className={classes.spring} />
        <ActionTip action="edit-rules">
          <Button variant="default" leftSection={<IconAdjustments size={14} />} onClick={() => setRulesOpen(true)}>
            Rules
          </Button>
        </ActionTip>
      </div>
      {other ? (
        <Compared
          key={other.id}
          sides={sessionSides(session, other, related)}
          sessions={sessions}
          areRulesOpen={areRulesOpen}
          onRulesClose={() => setRulesOpen(false)}
        />
      ) : (
        <Text c="dimmed" p="md">
          {others.length === 0 ? (
            <>
              There is no other session yet.{" "}
              <Anchor inherit underline="always" component={Link} to={`/sessions/${session.id}/replay`}>
                Replay this one
              </Anchor>
              , or record another.
            </>
          ) : (
            "Choose the session that this one is to be compared with. Exchanges find each other by lineage, else by what they are about, else by order."
          )}
        </Text>
      )}
    </section>
  );
}

/** A session by its name; of two of the same name, by what they hold, too. */
function SideName({ session, other }: { session: Session; other: Session }) {
  return (
    <>
      <bdi className={classes.name} title={session.name}>
        {session.name}
      </bdi>
      {session.name === other.name && <span className={classes.about}> {aboutSession(session)}</span>}
    </>
  );
}

interface ComparedProps {
  readonly sides: { readonly left: string; readonly right: string };
  readonly sessions: readonly Session[];
  readonly areRulesOpen: boolean;
  readonly onRulesClose: () => void;
}

function Compared({ sides, sessions, areRulesOpen, onRulesClose }: ComparedProps) {
  const comparing = useSessionComparison(sides.left, sides.right);
  const rules = useRules();
  const left = sessions.find(({ id }) => id === sides.left);
  const right = sessions.find(({ id }) => id === sides.right);
  return (
    <>
      {left && right && (
        <div className={classes.sides}>
          <span className={classes.side}>
            <strong>Left</strong>, what is expected: <SideName session={left} other={right} />
          </span>
          <span className={classes.side}>
            <strong>Right</strong>: <SideName session={right} other={left} />
          </span>
        </div>
      )}
      <ComparisonResult comparing={comparing} rules={rules} />
      <RulesDrawer isOpen={areRulesOpen} onClose={onRulesClose} rules={rules} hits={comparing.result?.excused ?? {}} />
    </>
  );
}
