import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import type { Desktop } from "../fixtures/Desktop.ts";
import { chooseFile } from "../fixtures/systemCalls.ts";
import { test } from "../fixtures/test.ts";

/** Calls the bridge as any script in the page could, with any input. */
const callBridge = (page: Page, name: string, input?: unknown): Promise<unknown> =>
  page.evaluate(
    async (call) => {
      const bridge: unknown = Reflect.get(window, "workbenchShell");
      if (typeof bridge !== "object" || bridge === null) throw new Error("There is no bridge.");
      try {
        return await Reflect.apply(Reflect.get(bridge, call.name), bridge, [call.input]);
      } catch (fault) {
        return fault instanceof Error ? `refused: ${fault.message}` : fault;
      }
    },
    { name, input },
  );

const setKeychain = (desktop: Desktop, backend: string) =>
  desktop.evaluate(({ safeStorage }, name) => {
    Reflect.set(safeStorage, "getSelectedStorageBackend", () => name);
    // Linux says that encryption is available even where its password is no secret; the other systems have a keychain or say that they have none.
    const isAvailable = name !== "basic_text" || process.platform === "linux";
    Reflect.set(safeStorage, "isAsyncEncryptionAvailable", async () => isAvailable);
    Reflect.set(safeStorage, "encryptStringAsync", async (text: string) => Buffer.from(text).map((byte) => byte ^ 42));
    Reflect.set(safeStorage, "decryptStringAsync", async (encrypted: Buffer) => ({
      result: Buffer.from(encrypted.map((byte) => byte ^ 42)).toString(),
    }));
  }, backend);

test("the preload adds the bridge and nothing else to the page", async ({ desktop }) => {
  const bridge = await desktop.page.evaluate(() => Object.keys(Reflect.get(window, "workbenchShell")).sort());
  expect(bridge).toEqual([
    "hasLiveKey",
    "onAction",
    "onHostDown",
    "openFile",
    "removeLiveKey",
    "saveFile",
    "setLiveKey",
  ]);
  const frame = await desktop.page.evaluate(() => {
    const inner = document.createElement("iframe");
    document.body.append(inner);
    return inner.contentWindow !== null && "workbenchShell" in inner.contentWindow;
  });
  expect(frame).toBe(false);
});

test("input that does not fit is refused before anything is asked or written", async ({ desktop, dataDir }) => {
  const target = join(dataDir, "never.txt");
  await chooseFile(desktop, target);
  const refusals = [
    await callBridge(desktop.page, "saveFile", { name: "../evil.txt", text: "x" }),
    await callBridge(desktop.page, "saveFile", { name: "a.txt", text: 7 }),
    await callBridge(desktop.page, "saveFile"),
    await callBridge(desktop.page, "openFile", { extensions: ["*"] }),
    await callBridge(desktop.page, "setLiveKey", { key: "" }),
  ];
  for (const refusal of refusals) expect(refusal).toMatch(/^refused: That input does not fit/);
  await expect(readFile(target)).rejects.toThrow("ENOENT");
});

test("files are written and read where the person chose", async ({ desktop, dataDir }) => {
  const target = join(dataDir, "chosen.json");
  await chooseFile(desktop, target);
  expect(await callBridge(desktop.page, "saveFile", { name: "export.json", text: '{"é":1}' })).toEqual({
    path: target,
  });
  expect(await readFile(target, "utf8")).toBe('{"é":1}');

  await writeFile(target, "read me");
  expect(await callBridge(desktop.page, "openFile", { extensions: ["json"] })).toEqual({
    name: "chosen.json",
    text: "read me",
  });
  await chooseFile(desktop, join(dataDir, "missing.json"));
  expect(await callBridge(desktop.page, "openFile", { extensions: [] })).toMatch(/^refused: ENOENT/);
});

test("the live key is kept encrypted, and forgotten on request", async ({ desktop, dataDir }) => {
  await setKeychain(desktop, "gnome_libsecret");
  const key = `ps_live_${"k".repeat(32)}`;
  expect(await callBridge(desktop.page, "hasLiveKey")).toBe(false);
  expect(await callBridge(desktop.page, "setLiveKey", { key })).toEqual({ kept: true });
  expect(await callBridge(desktop.page, "hasLiveKey")).toBe(true);
  expect((await readFile(join(dataDir, "desktop", "live-key"))).includes(key)).toBe(false);

  await callBridge(desktop.page, "removeLiveKey");
  expect(await callBridge(desktop.page, "hasLiveKey")).toBe(false);
});

test("without a real keychain the live key is not kept, and the person is told what to do", async ({ desktop }) => {
  await setKeychain(desktop, "basic_text");
  const outcome = await callBridge(desktop.page, "setLiveKey", { key: `ps_live_${"k".repeat(32)}` });
  expect(outcome).toMatchObject({ kept: false, message: expect.stringContaining("POSTSCRIPT_API_KEY") });
  expect(await callBridge(desktop.page, "hasLiveKey")).toBe(false);
});
