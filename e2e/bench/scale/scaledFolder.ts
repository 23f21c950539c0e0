import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { generateSession } from "../../data/generateSession.ts";
import { multiplySession } from "../../data/multiplySession.ts";

/** So many exchanges are sent; more are copies of them. Two of them are of 5 MB. */
const mostSent = 10_000;
/** A longer session is one of small bodies, in bytes, so that it has room on a disk. */
const [longSession, smallBody] = [500_000, 2000];

/** A folder with a session of so many exchanges of 1 KB as the median; nothing is done where it is there already. */
export async function fillFolder(dataDir: string, exchanges: number): Promise<void> {
  if (existsSync(dataDir)) return;
  const sent = Math.min(exchanges, mostSent);
  try {
    await generateSession({ dataDir, exchanges: sent, seed: 7, session: "Generated" });
    if (sent < exchanges) multiplySession(dataDir, exchanges, exchanges >= longSession ? smallBody : undefined);
  } catch (fault) {
    await rm(dataDir, { recursive: true, force: true });
    throw fault;
  }
}
