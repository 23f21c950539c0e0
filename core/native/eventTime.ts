const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:[Zz]|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

const minute = 60_000;

/**
 * The instant an event's `time` names, in milliseconds since 1970, cut to the second. ISO 8601 with `T` or a space; a date alone is its midnight, and a
 * time without zone is taken as UTC (both assumed). Undefined for anything else, and for dates and times that do not exist.
 */
export function eventTimeMs(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minutes = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const [sign, offsetHours = "0", offsetMinutes = "0"] = match.slice(7);
  const isClock = hour < 24 && minutes < 60 && second < 60 && Number(offsetHours) < 24 && Number(offsetMinutes) < 60;
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  if (!isClock || local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * minute * (sign === "-" ? -1 : 1);
  return local.setUTCHours(hour, minutes, second) - offset;
}
