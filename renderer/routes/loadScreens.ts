import { router } from "./router.tsx";

/** Where a browser has no idle callback, and the longest that one is waited for, in milliseconds. */
const patienceMs = 1000;

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: patienceMs });
    else setTimeout(resolve, patienceMs);
  });
}

/** Once the first screen is there, reads the others one at a time while nothing else is to be done: each opens at once then, also while the host is away. */
export function loadScreensInTime(): void {
  const stop = router.subscribe("onRendered", () => {
    stop();
    void loadEach();
  });
}

async function loadEach(): Promise<void> {
  for (const route of Object.values(router.routesById)) {
    await idle();
    try {
      await router.loadRouteChunk(route);
    } catch {
      // The host is away: this one is read when it is opened.
    }
  }
}
