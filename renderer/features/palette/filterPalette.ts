import type { SpotlightActionGroupData, SpotlightProps } from "@mantine/spotlight";

type SpotlightActions = SpotlightProps["actions"][number];

export const sessionsGroup = "Record into";

/** How well an action answers the words that were typed: all words must occur; names go before keywords. 0 is not at all. */
export function matchScore(words: readonly string[], label: string, other: readonly string[]): number {
  const name = label.toLowerCase();
  const rest = other.join(" ").toLowerCase();
  let score = 1;
  for (const word of words) {
    if (name.startsWith(word)) score += 3;
    else if (name.includes(` ${word}`)) score += 2;
    else if (name.includes(word)) score += 1;
    else if (!rest.includes(word)) return 0;
  }
  return score;
}

function isGroup(entry: SpotlightActions): entry is SpotlightActionGroupData {
  return "actions" in entry;
}

/** The palette's entries for a query, the best first within each group. Without a query the sessions stay out: there may be many. */
export function filterPalette(query: string, entries: SpotlightActions[]): SpotlightActions[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = entries.filter(isGroup);
  if (words.length === 0) return groups.filter(({ group, actions }) => group !== sessionsGroup && actions.length > 0);
  return groups.flatMap(({ group, actions }) => {
    const scored = actions.map((action) => {
      const keywords = typeof action.keywords === "string" ? [action.keywords] : (action.keywords ?? []);
      return { action, score: matchScore(words, action.label ?? "", [group, ...keywords]) };
    });
    const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
    return found.length === 0 ? [] : [{ group, actions: found.map(({ action }) => action) }];
  });
}
