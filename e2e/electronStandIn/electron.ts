/**
 * A stand-in for the `electron` module, as far as the shell uses it: windows are pages of a real Chromium, the utility process is a child process of
 * Node, and what belongs to the operating system (dialogs, keychain, external browser) answers by itself until a spec replaces it.
 */

import { answerSpecs } from "./answerSpecs.ts";
import { keychain } from "./keychain.ts";
import { StandInApp } from "./StandInApp.ts";
import { StandInBrowser } from "./StandInBrowser.ts";
import { StandInIpc } from "./StandInIpc.ts";
import { StandInMenu } from "./StandInMenu.ts";
import { StandInSession } from "./StandInSession.ts";
import { StandInUtilityProcess } from "./StandInUtilityProcess.ts";
import { StandInWindow } from "./StandInWindow.ts";

export const session = { defaultSession: new StandInSession() };
export const ipcMain = new StandInIpc();

const browser = new StandInBrowser(session.defaultSession, () => app.getPath("userData"));
const processes = new Set<StandInUtilityProcess>();

export const app = new StandInApp(browser, processes);

export class BrowserWindow extends StandInWindow {
  constructor(options: ConstructorParameters<typeof StandInWindow>[0]) {
    super(options, { app, browser, ipc: ipcMain });
  }
}

export const utilityProcess = {
  fork(modulePath: string, args: readonly string[], options: { serviceName: string }) {
    const forked = new StandInUtilityProcess(modulePath, args, options.serviceName);
    processes.add(forked);
    forked.once("exit", () => processes.delete(forked));
    return forked;
  },
};

export const Menu = {
  current: null as StandInMenu | null,
  buildFromTemplate: (template: ConstructorParameters<typeof StandInMenu>[0]) => new StandInMenu(template),
  setApplicationMenu(menu: StandInMenu | null) {
    Menu.current = menu;
  },
  getApplicationMenu: () => Menu.current,
};

export const dialog = {
  showMessageBox: async ({ cancelId = 0 }: { cancelId?: number }) => ({ response: cancelId }),
  showSaveDialog: async () => ({ canceled: true, filePath: "" }),
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};

export const shell = { openExternal: async () => {} };
export const safeStorage = keychain();
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };

answerSpecs({ app, BrowserWindow, Menu, dialog, ipcMain, safeStorage, screen, session, shell });
