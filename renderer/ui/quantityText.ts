const moment = new Intl.DateTimeFormat("en", {
  year: "numeric",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Day and minute in the person's own zone: "Nov 24, 2026, 10:31". `at` is ISO 8601. */
export function momentText(at: string): string {
  return moment.format(new Date(at));
}

const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const clock = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});
const hour = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

const dayOfYear = new Intl.DateTimeFormat("en", { year: "numeric", month: "short", day: "numeric" });

function isToday(date: Date, now: Date): boolean {
  return date.toDateString() === now.toDateString();
}

/** The minute of today, "10:31", or the day, "Nov 24", of another year "Nov 24, 2025". `at` is ISO 8601. */
export function dayText(at: string, now = new Date()): string {
  const date = new Date(at);
  if (isToday(date, now)) return hour.format(date);
  return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}

/** Time of day with seconds in the person's own zone, "10:31:02", and before it the day where that is not today: "Nov 24, 10:31:02". `at` is ISO 8601. */
export function timeText(at: string, now = new Date()): string {
  const date = new Date(at);
  const time = clock.format(date);
  return isToday(date, now) ? time : `${dayText(at, now)}, ${time}`;
}

/** "0.6 ms", "4 ms", "1.2 s": two digits that matter, never more. */
export function durationText(ms: number): string {
  if (ms < 10) return `${Math.round(ms * 10) / 10} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}

/** How long something will take, roughly: "3 s", "2 min", "1 h 5 min". */
export function spanText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export function countText(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** "840 B", "1.1 KB", "4.8 MB"; 1 KB is 1,024 bytes. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
