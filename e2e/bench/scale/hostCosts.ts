import { controlClient } from "../../../electron/host/control/controlClient.fixture.ts";
import { median } from "../figure.ts";

const rounds = 5;

/** Of one session, in milliseconds. */
export interface HostCosts {
  /** The first words found, where nothing was indexed before. */
  readonly indexing: number;
  readonly firstPage: number;
  readonly middlePage: number;
  /** A filter of a column that most rows do not fit, and one that none does: page and count. */
  readonly filter: number;
  readonly emptyFilter: number;
  /** Words that many bodies have, and a word that hardly one has. */
  readonly commonWord: number;
  readonly rareWord: number;
  /** The list of sessions and the status, with their counts. */
  readonly counts: number;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeOf(work));
  return median(times);
}

/** What the page's calls cost, of the workbench whose page is at `control`. */
export async function hostCosts(control: string): Promise<HostCosts> {
  const client = controlClient(control);
  const { session } = await client.workbench.status();
  const list = (filter: string, before?: number) =>
    client.exchanges.list({ session: session.id, filter, limit: 100, ...(before !== undefined && { before }) });
  const newest = (await list("")).exchanges[0]?.position ?? 0;
  return {
    firstPage: await medianOf(() => list("")),
    middlePage: await medianOf(() => list("", Math.floor(newest / 2))),
    filter: await medianOf(() => list("status:4xx")),
    emptyFilter: await medianOf(() => list("status:599")),
    counts: await medianOf(async () => [await client.sessions.list(), await client.workbench.status()]),
    indexing: await timeOf(() => list("teapot")),
    commonWord: await medianOf(() => list("teapot")),
    rareWord: await medianOf(() => list("ord-777")),
  };
}
