import type { RelatedSession } from "../../../../core/contract/comparison.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";

const relationTexts = {
  parent: "it was replayed from this one",
  child: "a replay of it",
  twin: "a replay of the same session",
} as const satisfies Record<RelatedSession["relation"], string>;

/** A session that may be meant as the other side. */
export interface OtherSession {
  readonly id: string;
  readonly label: string;
}

/** All other sessions, those of the same lineage first: the parent of a replay before its replays and its twins. */
export function otherSessions(
  session: string,
  sessions: readonly Session[],
  related: readonly RelatedSession[],
): OtherSession[] {
  const names = new Map(sessions.map(({ id, name }) => [id, name]));
  const near = related.flatMap(({ id, relation }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, label: `${name} (${relationTexts[relation]})` }];
  });
  const known = new Set([session, ...near.map(({ id }) => id)]);
  const others = sessions.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, label: name }));
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
