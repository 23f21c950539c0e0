import type { RelatedSession } from "../../../../core/contract/comparison.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { countText, momentText } from "../../../ui/quantityText.ts";
import { sessionTimeText } from "../sessionText.ts";

const relationTexts = {
  parent: "it was replayed from this one",
  child: "a replay of it",
  twin: "a replay of the same session",
} as const satisfies Record<RelatedSession["relation"], string>;

/** A session that may be meant as the other side. */
export interface OtherSession {
  readonly id: string;
  readonly label: string;
  /** How much it holds, and of when, where that has to tell it from another session of its name. */
  readonly about: string | undefined;
}

/** "44 exchanges · Nov 26, 2026, 18:19 to Nov 26, 2026, 18:20"; of an empty one, when it was made. */
export function aboutSession(session: Session): string {
  const time = sessionTimeText(session);
  return `${countText(session.exchanges, "exchange")} · ${time === "" ? `made ${momentText(session.createdAt)}` : time}`;
}

/** All other sessions, those of the same lineage first: the parent of a replay before its replays and its twins. */
export function otherSessions(
  session: string,
  sessions: readonly Session[],
  related: readonly RelatedSession[],
): OtherSession[] {
  const names = sessions.map(({ name }) => name);
  const aboutOf = (each: Session) =>
    names.indexOf(each.name) === names.lastIndexOf(each.name) ? undefined : aboutSession(each);
  const byId = new Map(sessions.map((each) => [each.id, each]));
  const near = related.flatMap(({ id, relation }) => {
    const found = byId.get(id);
    return found ? [{ id, label: `${found.name} (${relationTexts[relation]})`, about: aboutOf(found) }] : [];
  });
  const known = new Set([session, ...near.map(({ id }) => id)]);
  const others = sessions
    .filter(({ id }) => !known.has(id))
    .map((each) => ({ id: each.id, label: each.name, about: aboutOf(each) }));
  return [...near, ...others];
}

/** Which of two sessions is the left side, what is expected: the parent, or else the one that was made first. */
export function sessionSides(
  session: Pick<Session, "id" | "createdAt">,
  other: Pick<Session, "id" | "createdAt">,
  related: readonly RelatedSession[],
): { readonly left: string; readonly right: string } {
  const relation = related.find(({ id }) => id === other.id)?.relation;
  const isOtherFirst = relation === "parent" || (relation !== "child" && other.createdAt < session.createdAt);
  return isOtherFirst ? { left: other.id, right: session.id } : { left: session.id, right: other.id };
}
