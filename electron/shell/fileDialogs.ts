import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BrowserWindow, dialog } from "electron";
import type { ShellInput, ShellOutput } from "../../core/contract/shell.ts";

export async function saveFile(window: BrowserWindow, input: ShellInput<"saveFile">): Promise<ShellOutput<"saveFile">> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: input.name });
  if (canceled || !filePath) return { path: null };
  await writeFile(filePath, input.text);
  return { path: filePath };
}

export async function openFile(window: BrowserWindow, input: ShellInput<"openFile">): Promise<ShellOutput<"openFile">> {
  const filters = input.extensions.length > 0 ? [{ name: "Files", extensions: input.extensions }] : [];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ["openFile"], filters });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  return { name: basename(path), text: await readFile(path, "utf8") };
}
