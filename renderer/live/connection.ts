/** How the live stream stands. `refused` ends it: this page's token is not this workbench's. */
export type Connection =
  | { readonly state: "connecting" }
  | { readonly state: "open"; readonly hasReturned: boolean }
  | { readonly state: "retrying"; readonly attempt: number }
  | { readonly state: "refused" };

const firstDelayMs = 250;
const longestDelayMs = 5_000;

/** How long to wait before the attempt, counted from 1. */
export function retryDelayMs(attempt: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
}
