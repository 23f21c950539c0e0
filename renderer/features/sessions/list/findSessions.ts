import type { Session } from "../../../../core/exchange/exchange.ts";

/** The sessions whose name, tags and note contain every word of a search. */
export function findSessions(sessions: readonly Session[], search: string): Session[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return sessions.filter(({ name, tags, note }) => {
    const text = [name, ...tags, note].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
