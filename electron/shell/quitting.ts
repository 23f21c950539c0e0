import { app } from "electron";

/** Quits with the window, and lets the host finish what it answers before the program ends. */
export function stopHostOnQuit(stop: () => Promise<void>): void {
  let state: "running" | "stopping" | "stopped" = "running";
  app.on("window-all-closed", () => app.quit());
  app.on("before-quit", (quit) => {
    if (state === "stopped") return;
    quit.preventDefault();
    if (state === "stopping") return;
    state = "stopping";
    void stop().finally(() => {
      state = "stopped";
      app.quit();
    });
  });
}
