const time = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:([Zz])|([+-]\d{2}):?(\d{2}))?$/;

/** The instant that an ISO 8601 time names, in milliseconds since 1970; without a zone it is UTC. undefined for any other text. */
export function isoTimeMs(text: string): number | undefined {
  if (text.length > 40) return undefined;
  const [whole, day, clock, , hours, minutes] = time.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const instant = Date.parse(`${day}T${clock}${hours === undefined ? "Z" : `${hours}:${minutes}`}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/**
 * The forms that a server makes up anew for each answer. Ids by prefix: `evt_` is documented by Postscript, `prof_` and `job_` are this workbench's; ULIDs
 * are Klaviyo's ids of profiles.
 */
const forms = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  ulid: /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/,
  "event id": /^evt_[A-Za-z0-9_-]{1,120}$/,
  "profile id": /^prof_[A-Za-z0-9_-]{1,120}$/,
  "job id": /^job_[A-Za-z0-9_-]{1,120}$/,
} as const;

type Shape = keyof typeof forms | "time";

const shapeNames = Object.keys(forms).filter((name): name is keyof typeof forms => Object.hasOwn(forms, name));

/** The form of a text, if it is one that servers make up: an id or a time. */
export function shapeOf(text: string): Shape | undefined {
  return shapeNames.find((name) => forms[name].test(text)) ?? (isoTimeMs(text) === undefined ? undefined : "time");
}

const address = /^(?:https?:\/\/[^/?#]*|(?=\/))/i;

/** The segments of an address without its host, which is another for each target; undefined for a text that is none. */
function addressSegments(text: string): string[] | undefined {
  const host = address.exec(text)?.[0];
  return host === undefined ? undefined : text.slice(host.length).split(/([/?#&=])/);
}

function isAlike(left: string, right: string | undefined): boolean {
  if (left === right) return true;
  const shape = shapeOf(left);
  return shape !== undefined && right !== undefined && shape === shapeOf(right);
}

/**
 * Whether two texts have one shape: both UUIDs, ULIDs, ISO 8601 times, or ids of one prefix; or both addresses (absolute, or a path) whose segments are
 * equal or have one shape each. The host of an address does not count.
 */
export function hasSameShape(left: string, right: string): boolean {
  if (isAlike(left, right)) return true;
  const [first, second] = [addressSegments(left), addressSegments(right)];
  if (!first || !second || first.length !== second.length) return false;
  return first.every((segment, index) => isAlike(segment, second[index]));
}
