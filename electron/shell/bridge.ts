import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { z } from "zod";
import { type ShellInput, type ShellOutput, shellCalls } from "../../core/contract/shell.ts";
import { type ShellCallName, type ShellReply, shellChannel } from "../../core/contract/shellNames.ts";
import { faultMessage } from "../../core/faultMessage.ts";

export type BridgeHandlers = {
  readonly [Name in ShellCallName]: (input: ShellInput<Name>) => Promise<ShellOutput<Name>>;
};

/**
 * Answers the page's calls: the only place where IPC arrives. Threat: a page that is not the workbench's, or a frame inside of it, reaches for files
 * or keys; so the sender must be the main frame of a page of `ownOrigin`, and each input passes its schema before a handler sees it.
 */
export function answerBridge(handlers: BridgeHandlers, ownOrigin: () => string | undefined): void {
  const isOwnPage = ({ senderFrame }: IpcMainInvokeEvent) =>
    senderFrame !== null && senderFrame.parent === null && senderFrame.origin === ownOrigin();

  function answer<Input, Output>(
    name: ShellCallName,
    schema: z.ZodType<Input>,
    handler: (input: Input) => Promise<Output>,
  ): void {
    ipcMain.handle(shellChannel(name), async (event, input: unknown): Promise<ShellReply<Output>> => {
      if (!isOwnPage(event)) return { ok: false, message: "Only the workbench's own page may ask for this." };
      const parsed = schema.safeParse(input);
      if (!parsed.success) return { ok: false, message: `That input does not fit: ${z.prettifyError(parsed.error)}` };
      try {
        return { ok: true, value: await handler(parsed.data) };
      } catch (fault) {
        return { ok: false, message: faultMessage(fault) };
      }
    });
  }

  answer("saveFile", shellCalls.saveFile.input, handlers.saveFile);
  answer("openFile", shellCalls.openFile.input, handlers.openFile);
  answer("setLiveKey", shellCalls.setLiveKey.input, handlers.setLiveKey);
  answer("removeLiveKey", shellCalls.removeLiveKey.input, handlers.removeLiveKey);
  answer("hasLiveKey", shellCalls.hasLiveKey.input, handlers.hasLiveKey);
}
