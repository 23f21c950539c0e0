/** The greatest lengths of what a person writes, in characters, and of a list of tags. */
export const textLimits = { sessionName: 200, note: 20_000, tag: 50, tags: 20 } as const;
