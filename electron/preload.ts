import { contextBridge, ipcRenderer } from "electron";
import { isActionId } from "../core/contract/actions.ts";
import type { WorkbenchShell } from "../core/contract/shell.ts";
import { type ShellCallName, type ShellReply, shellChannel, shellGlobal } from "../core/contract/shellNames.ts";

async function call<Value>(name: ShellCallName, input?: unknown): Promise<Value> {
  const reply: ShellReply<Value> = await ipcRenderer.invoke(shellChannel(name), input);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const bridge: WorkbenchShell = {
  saveFile: (input) => call("saveFile", input),
  openFile: (input) => call("openFile", input),
  setLiveKey: (input) => call("setLiveKey", input),
  removeLiveKey: () => call("removeLiveKey"),
  hasLiveKey: () => call("hasLiveKey"),
  onAction(listener) {
    const channel = shellChannel("action");
    const heard = (_event: unknown, id: unknown) => {
      if (typeof id === "string" && isActionId(id)) listener(id);
    };
    ipcRenderer.on(channel, heard);
    return () => ipcRenderer.off(channel, heard);
  },
};

contextBridge.exposeInMainWorld(shellGlobal, bridge);
