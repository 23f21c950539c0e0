const isoForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const zone = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** A time of a foreign file as ISO 8601 with milliseconds, UTC; one without a zone is taken as UTC. undefined for what is no ISO time. */
export function isoTime(text: string | null | undefined): string | undefined {
  if (!text || text.length > 50 || !isoForm.test(text)) return undefined;
  const time = new Date(zone.test(text) ? text : `${text}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
