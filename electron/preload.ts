import { contextBridge, ipcRenderer } from "electron";
import { isActionId } from "../core/contract/actions.ts";
import type { WorkbenchShell } from "../core/contract/shell.ts";
import { type ShellCallName, type ShellReply, shellChannel, shellGlobal } from "../core/contract/shellNames.ts";

async function call<Value>(name: ShellCallName, input?: unknown): Promise<Value> {
  const reply: ShellReply<Value> = await ipcRenderer.invoke(shellChannel(name), input);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

/** Hears what the main process sends; returns what ends that. */
function hear(name: "action" | "host-down", heard: (value: unknown) => void): () => void {
  const channel = shellChannel(name);
  const listener = (_event: unknown, value: unknown) => heard(value);
  ipcRenderer.on(channel, listener);
  return () => ipcRenderer.off(channel, listener);
}

const bridge: WorkbenchShell = {
  saveFile: (input) => call("saveFile", input),
  openFile: (input) => call("openFile", input),
  setLiveKey: (input) => call("setLiveKey", input),
  removeLiveKey: () => call("removeLiveKey"),
  hasLiveKey: () => call("hasLiveKey"),
  onAction: (listener) =>
    hear("action", (id) => {
      if (typeof id === "string" && isActionId(id)) listener(id);
    }),
  onHostDown: (listener) => hear("host-down", (message) => listener(typeof message === "string" ? message : null)),
};

contextBridge.exposeInMainWorld(shellGlobal, bridge);
