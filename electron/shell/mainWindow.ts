import { BrowserWindow, nativeTheme, screen, type WebPreferences } from "electron";
import { restartPolicy } from "./restartPolicy.ts";
import { keepWindowState, readWindowState } from "./windowState.ts";

/** What the page may do: what a web page may, and call the bridge. Each line that repeats a default is there because the desktop's safety rests on it. */
const pageRights = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
} satisfies WebPreferences;

export interface MainWindowOptions {
  readonly preload: string;
  readonly stateFile: string;
  /** The page was lost and loaded again, or, with `gaveUp`, was lost too often. */
  readonly onPageLost: (message: string) => void;
}

/** Opens the one window, where it was when it was last closed. `url` is asked again when the page has to be loaded again. */
export function openMainWindow(url: () => string, options: MainWindowOptions): BrowserWindow {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const state = readWindowState(options.stateFile, displays);
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state?.bounds,
    minWidth: 640,
    minHeight: 480,
    title: "Compat Workbench",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#101217" : "#f4f5f8",
    webPreferences: { ...pageRights, preload: options.preload },
  });
  if (state?.maximised) window.maximize();
  keepWindowState(window, options.stateFile);
  reloadWhenLost(window, url, options.onPageLost);
  void window.loadURL(url());
  return window;
}

function reloadWhenLost(window: BrowserWindow, url: () => string, onPageLost: (message: string) => void): void {
  const policy = restartPolicy();
  window.webContents.on("render-process-gone", (_gone, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    if (policy.mayRestart(Date.now())) {
      void window.loadURL(url());
      onPageLost(`The page stopped (${reason}) and was loaded again. Recording went on meanwhile.`);
    } else {
      onPageLost(
        `The page stopped again and again (${reason}). Recording goes on; choose View, Reload to try once more.`,
      );
    }
  });
}
