import { join } from "node:path";
import { app, type BrowserWindow, Menu, session } from "electron";
import { shellChannel } from "../core/contract/shellNames.ts";
import { answerBridge } from "./shell/bridge.ts";
import { openFile, saveFile } from "./shell/fileDialogs.ts";
import { superviseHost } from "./shell/hostSupervisor.ts";
import { liveKeyFile } from "./shell/liveKeyFile.ts";
import { openMainWindow } from "./shell/mainWindow.ts";
import { menuTemplate } from "./shell/menuTemplate.ts";
import { askAboutHost, tell } from "./shell/messages.ts";
import { guardNavigation } from "./shell/navigationGuards.ts";
import { takeOwnFolder } from "./shell/ownFolder.ts";
import { denyPermissions } from "./shell/permissionGuards.ts";
import { stopHostOnQuit } from "./shell/quitting.ts";
import { readShellOptions } from "./shell/shellOptions.ts";
import { holdSingleInstance } from "./shell/singleInstance.ts";

const { dataDir, ...options } = readShellOptions(process.argv.slice(1));
const dist = join(import.meta.dirname, "..");
const ownFolder = takeOwnFolder(dataDir);
let window: BrowserWindow | undefined;
/** The address of the page with the token of this launch; undefined until the host is up. */
let pageUrl: string | undefined;

if (holdSingleInstance(comeToFront)) {
  guardNavigation(app, ownOrigin);
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  const liveKey = liveKeyFile(join(ownFolder, "live-key"));
  const host = superviseHost({
    modulePath: join(dist, "electron", "hostProcess.js"),
    start: {
      ...options,
      dataDir,
      rendererDir: join(dist, "renderer"),
      liveKey: await liveKey.read(),
    },
    onReady({ controlUrl }) {
      sayHostDown(null);
      showPage(controlUrl);
    },
    onRefused({ reason, message }) {
      sayHostDown(message);
      void askAboutHost(window, message, {
        "Try again": () => host.start(),
        ...(reason === "port-in-use" && { "Use free ports": () => host.start("onFreePorts") }),
      });
    },
    onRestart: (message) => tell(window, message),
    onGiveUp(message) {
      sayHostDown(message);
      void askAboutHost(window, message, { "Try again": () => host.start() });
    },
  });

  denyPermissions(session.defaultSession);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(process.platform, (id) => window?.webContents.send(shellChannel("action"), id)),
    ),
  );
  answerBridge(
    {
      saveFile: async (input) => saveFile(openedWindow(), input),
      openFile: async (input) => openFile(openedWindow(), input),
      async setLiveKey({ key }) {
        const outcome = await liveKey.keep(key);
        if (outcome.kept) host.setLiveKey(key);
        return outcome;
      },
      async removeLiveKey() {
        await liveKey.remove();
        host.setLiveKey(null);
      },
      hasLiveKey: async () => (await liveKey.read()) !== null,
    },
    ownOrigin,
  );
  stopHostOnQuit(() => host.stop());
  host.start();
}

/** Opens the window at the first start. An open page reconnects by itself to a host that came back where it was, with the token that it had. */
function showPage(controlUrl: string): void {
  const moved = pageUrl !== undefined && pageUrl !== controlUrl;
  pageUrl = controlUrl;
  if (moved) void window?.loadURL(controlUrl);
  window ??= openMainWindow(() => pageUrl ?? controlUrl, {
    preload: join(dist, "preload", "preload.cjs"),
    stateFile: join(ownFolder, "window.json"),
    onPageLost: (message) => tell(window, message),
  });
  window.once("closed", () => {
    window = undefined;
  });
}

/** To the page that is open, if one is: why it cannot reach the host, or that it can again. */
function sayHostDown(message: string | null): void {
  window?.webContents.send(shellChannel("host-down"), message);
}

function ownOrigin(): string | undefined {
  return pageUrl === undefined ? undefined : new URL(pageUrl).origin;
}

function openedWindow(): BrowserWindow {
  if (!window) throw new Error("The window is not open.");
  return window;
}

function comeToFront(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
