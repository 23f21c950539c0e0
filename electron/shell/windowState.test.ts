import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWindowState } from "./windowState.ts";

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const bounds = { x: 100, y: 50, width: 1280, height: 800 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "window-state-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function kept(content: string): string {
  const file = join(folder, "window.json");
  writeFileSync(file, content);
  return file;
}

describe("readWindowState", () => {
  it("gives back what was kept", () => {
    const file = kept(JSON.stringify({ bounds, maximised: true }));
    expect(readWindowState(file, [display])).toEqual({ bounds, maximised: true });
  });

  it("ignores a state whose display is gone", () => {
    const file = kept(JSON.stringify({ bounds: { ...bounds, x: 2500 }, maximised: false }));
    expect(readWindowState(file, [display])).toBeUndefined();
    expect(readWindowState(file, [display, { ...display, x: 1920 }])?.bounds.x).toBe(2500);
  });

  it("ignores a title bar above the display, which nobody could drag back", () => {
    expect(
      readWindowState(kept(JSON.stringify({ bounds: { ...bounds, y: -40 }, maximised: false })), [display]),
    ).toBeUndefined();
  });

  it.each([
    "",
    "{",
    "null",
    '{"bounds":{"x":0,"y":0,"width":1,"height":1},"maximised":false}',
    '{"bounds":[],"maximised":"no"}',
  ])("ignores the damaged file %j", (content) => {
    expect(readWindowState(kept(content), [display])).toBeUndefined();
  });

  it("ignores a missing file", () => {
    expect(readWindowState(join(folder, "no-such-folder", "window.json"), [display])).toBeUndefined();
  });
});
