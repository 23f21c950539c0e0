import { app } from "electron";

/** Quits with the window, and lets the host finish what it answers before the program ends. */
export function stopHostOnQuit(stop: () => Promise<void>): void {
  let stopped = false;
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (quit) => {
    if (stopped) return;
    quit.preventDefault();
    void stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}
