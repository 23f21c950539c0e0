import { expect } from "@playwright/test";
import { startForeignSite } from "../fixtures/foreignSite.ts";
import { answerMessages, holdExternalLinks, openedLinks, shownMessages } from "../fixtures/systemCalls.ts";
import { test } from "../fixtures/test.ts";

test("the page has the rights of a web page and no more", async ({ desktop }) => {
  const preferences = await desktop.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return window && Reflect.apply(Reflect.get(window.webContents, "getLastWebPreferences"), window.webContents, []);
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
  });
  const reach = await desktop.page.evaluate(() =>
    ["require", "process", "module", "global", "Buffer", "ipcRenderer", "electron"].filter((name) => name in window),
  );
  expect(reach).toEqual([]);
});

test("a link to another origin never takes over the window; it opens in the system's browser", async ({ desktop }) => {
  await using site = await startForeignSite("<h1>Elsewhere</h1>");
  await holdExternalLinks(desktop);
  await desktop.page.waitForURL("**/traffic");

  await desktop.page.evaluate((url) => location.assign(url), site.url);

  await expect.poll(() => openedLinks(desktop)).toEqual([site.url]);
  expect(new URL(desktop.page.url()).pathname).toBe("/traffic");
  expect(site.requests).toEqual([]);
  await expect(desktop.page.getByRole("navigation", { name: "Screens" })).toBeVisible();
});

test("new windows are refused, and only web addresses leave the program", async ({ desktop }) => {
  await using site = await startForeignSite("<h1>Elsewhere</h1>");
  await holdExternalLinks(desktop);

  await desktop.page.evaluate((url) => {
    for (const target of ["file:///etc/passwd", "smb://server/share", url]) window.open(target);
  }, site.url);

  await expect.poll(() => openedLinks(desktop)).toEqual([site.url]);
  const windows = await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
});

test("devices, places and notifications are refused without asking", async ({ desktop }) => {
  const answers = await desktop.page.evaluate(async () => ({
    place: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve("given"),
        ({ code }) => resolve(code),
      );
    }),
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => "given",
      ({ name }: Error) => name,
    ),
  }));
  expect(answers.place).toBe(1);
  expect(answers.notifications).toBe("denied");
  expect(answers.camera).not.toBe("given");
});

test("a page that crashes is loaded again, with a message", async ({ desktop }) => {
  await answerMessages(desktop, "OK");
  await desktop.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(() => shownMessages(desktop)).toEqual([expect.stringContaining("was loaded again")]);
  const isCrashed = () =>
    desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed());
  await expect.poll(isCrashed).toBe(false);
});
