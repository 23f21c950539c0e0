import { app, type BrowserWindow, dialog, type MessageBoxOptions } from "electron";

/** Shows a message beside the window without stopping anything. */
export function tell(window: BrowserWindow | undefined, message: string): void {
  void show(window, { type: "warning", message, buttons: ["OK"] });
}

/** Says why the host is down and asks what to do; each choice is an entry of `choices`, the last one is to quit. */
export async function askAboutHost(
  window: BrowserWindow | undefined,
  message: string,
  choices: Readonly<Record<string, () => void>>,
): Promise<void> {
  const entries = [...Object.entries(choices), ["Quit", () => app.quit()] as const];
  const buttons = entries.map(([label]) => label);
  const { response } = await show(window, {
    type: "error",
    message,
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
  });
  entries[response]?.[1]();
}

function show(window: BrowserWindow | undefined, options: MessageBoxOptions) {
  const content = { title: "Compat Workbench", noLink: true, ...options };
  return window && !window.isDestroyed() ? dialog.showMessageBox(window, content) : dialog.showMessageBox(content);
}
