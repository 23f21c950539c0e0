import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExchangeRecord } from "./exchangeRecord.ts";
import { openStore } from "./openStore.ts";
import type { Store } from "./store.ts";

export interface StoreFolder extends AsyncDisposable {
  readonly dataDir: string;
  /** Opens the store; it is closed with the folder unless a test has done so. */
  open(): Promise<Store>;
}

export async function storeFolder(): Promise<StoreFolder> {
  const path = await mkdtemp(join(tmpdir(), "compat-workbench-store-"));
  const dataDir = join(path, "data");
  const opened = new Set<Store>();
  return {
    dataDir,
    async open() {
      const store = await openStore({ dataDir });
      opened.add(store);
      return {
        ...store,
        sessions: store.sessions,
        settings: store.settings,
        async close() {
          opened.delete(store);
          await store.close();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const store of opened) await store.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

let records = 0;

/** An accepted event with one native call, unless `change` says otherwise. */
export function record(change: Partial<ExchangeRecord> = {}): ExchangeRecord {
  records += 1;
  return {
    id: `exchange-${records}`,
    at: "2026-02-03T10:31:02.418Z",
    origin: "captured",
    parent: null,
    endpoint: "events",
    title: "Placed Order",
    subject: "jane.doe@example.com",
    leaves: 4,
    leavesMapped: 4,
    request: { method: "POST", path: "/api/events", headers: [], body: '{"data":{"type":"event"}}' },
    native: [
      {
        request: { method: "POST", path: "/v1/events", headers: [], body: '{"event_type":"placed_order"}' },
        response: { status: 201, headers: [], body: '{"id":"evt_1"}' },
        durationMs: 1,
      },
    ],
    nativePending: 0,
    response: { status: 202, headers: [], body: '{"data":{}}' },
    findings: [],
    durationMs: 2,
    ...change,
  };
}

/** Records and waits until it is on disk. */
export async function append(store: Store, ...added: readonly ExchangeRecord[]): Promise<void> {
  for (const each of added) store.exchanges.append(each);
  await store.committed();
}
