import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runCommand } from "./runCommand.ts";

const variables = ["CHROME_PATH", "CHROME_BIN", "CHROMIUM_PATH"];
/** What has no windows comes first: the tests take about two thirds of the time in it. */
const commands = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
  "msedge",
];
const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];
const windowsPrograms = [
  "Google/Chrome/Application/chrome.exe",
  "Chromium/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
];

function* candidates(): Generator<string> {
  for (const name of variables) if (process.env[name]) yield process.env[name];
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const command of commands) for (const folder of folders) yield join(folder, command);
  for (const name of macApplications) yield `/Applications/${name}.app/Contents/MacOS/${name}`;
  for (const root of [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]) {
    if (root) for (const program of windowsPrograms) yield join(root, program);
  }
  yield chromium.executablePath();
}

/** The first browser of Chromium's family that is installed and starts; one without its system libraries does not. */
export async function findBrowser(): Promise<string | undefined> {
  for (const path of new Set(candidates())) {
    if (existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

async function starts(path: string): Promise<boolean> {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === "win32") return true;
  return (await runCommand([path, "--version"], { output: "quiet", timeoutMs: 20_000 })).ok;
}
