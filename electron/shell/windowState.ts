import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { BrowserWindow, Rectangle } from "electron";
import { z } from "zod";

const stateSchema = z.object({
  bounds: z.object({
    x: z.int(),
    y: z.int(),
    width: z.int().min(400).max(20_000),
    height: z.int().min(300).max(20_000),
  }),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

const grabbablePixels = 100;

/** The kept state, or undefined where there is none, it is damaged, or its display is gone: then the window opens where the system puts it. */
export function readWindowState(file: string, displays: readonly Rectangle[]): WindowState | undefined {
  const state = stateSchema.safeParse(readJson(file));
  return state.success && displays.some((display) => isReachable(state.data.bounds, display)) ? state.data : undefined;
}

/** Writes bounds and maximised to `file` when the window closes. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on("close", () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(state));
  });
}

/** Whether enough of the window's top edge lies on the display to drag it from there. */
function isReachable(bounds: Rectangle, display: Rectangle): boolean {
  const visible = Math.min(bounds.x + bounds.width, display.x + display.width) - Math.max(bounds.x, display.x);
  return (
    visible >= grabbablePixels && bounds.y >= display.y && bounds.y <= display.y + display.height - grabbablePixels
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
