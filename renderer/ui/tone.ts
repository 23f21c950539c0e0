/** How something stands, beside its words: never by colour alone. */
export type Tone = "good" | "warn" | "bad" | "quiet";

/** The tone of an HTTP status. 429 is a matter of pace, not of the request. */
export function statusTone(status: number | null): Tone {
  if (status === null) return "quiet";
  if (status === 429) return "warn";
  if (status >= 400) return "bad";
  return status >= 200 && status < 300 ? "good" : "quiet";
}
