import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyExchange, collected, inTurn } from "../../../core/formats/session/exchanges.fixture.ts";
import { longestSessionLine } from "../../../core/formats/session/sessionFile.ts";
import { writeSession } from "../../../core/formats/session/writeSession.ts";
import { storeFolder } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { importFile } from "./importFile.ts";

const session = {
  id: "s1",
  name: "Checkout",
  note: "",
  tags: [],
  createdAt: "2026-06-01T12:00:00.000Z",
  exchanges: 2,
  bytes: 20,
  firstAt: null,
  lastAt: null,
};

async function sessionText(exchanges: Parameters<typeof inTurn>[0] = []): Promise<string> {
  const origin = { session, version: "0.1.0", now: "2026-06-02T08:00:00.000Z" };
  return (await collected(writeSession(inTurn(exchanges as never), origin))).join("");
}

/** Imports bytes; answers with how many exchanges came, or with why it was refused. Anything but a refusal is a fault, and fails the test. */
async function importBytes(store: Store, folder: string, bytes: Uint8Array | string): Promise<number | string> {
  const path = join(folder, "hostile.session");
  await writeFile(path, bytes);
  return importPath(store, path);
}

async function importPath(store: Store, path: string): Promise<number | string> {
  const before = store.sessions.list().length;
  try {
    await importFile(store, path);
  } catch (fault) {
    expect(fault).toMatchObject({ name: "ImportRefused" });
    expect(store.sessions.list()).toHaveLength(before);
    return String(fault);
  }
  return store.sessions.list()[0]?.exchanges ?? 0;
}

test("a session file with any texts in it, packed or not, whole or with a part lost or replaced, is imported or refused", {
  timeout: 180_000,
}, async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const damage = fc.option(
    fc.tuple(
      fc.nat(5000),
      fc.nat(40),
      fc.constantFrom("", '"', "}", "\n", "__proto__", "\u0000", "1e999", "[[", "\\u"),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyExchange, { minLength: 1, maxLength: 3 }),
      damage,
      fc.boolean(),
      fc.option(fc.nat(3000)),
      async (exchanges, change, isPacked, cut) => {
        let text = await sessionText(exchanges);
        if (change) text = text.slice(0, change[0]) + change[2] + text.slice(change[0] + change[1]);
        const bytes = isPacked ? gzipSync(text) : Buffer.from(text);
        const kept = cut === null ? bytes : bytes.subarray(0, cut);
        const result = await importBytes(store, folder.dataDir, kept);
        if (change === null && cut === null) expect(result).toBe(exchanges.length);
      },
    ),
    { numRuns: 250 },
  );
});

test("a packed file whose one line never ends is refused before it fills the memory", {
  timeout: 120_000,
}, async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const path = join(folder.dataDir, "bomb.session");
  const [header = ""] = (await sessionText()).split("\n");
  function* bomb(): Generator<string> {
    yield `${header}\n{"id":"`;
    const part = "a".repeat(1024 * 1024);
    for (let size = 0; size <= longestSessionLine; size += part.length) yield part;
  }
  await pipeline(Readable.from(bomb()), createGzip({ level: 1 }), createWriteStream(path));
  expect(await importPath(store, path)).toContain("longer than any exchange");
});

test("a packed file that was cut short far behind its start is refused, and nothing of it stays", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const exchanges = fc.sample(anyExchange, { numRuns: 400, seed: 3 });
  const packed = gzipSync(await sessionText(exchanges), { level: 0 });
  expect(await importBytes(store, folder.dataDir, packed.subarray(0, packed.length - 20_000))).toContain(
    "cannot be read",
  );
});

test("names and ids that lead out of folders, or belong to objects, stay texts", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const [sample] = fc.sample(anyExchange, { numRuns: 1, seed: 1 });
  const hostile = ["../../etc/passwd", "__proto__", "C:\\x", "a/../../b", "\u0000", ""].map((id) => ({
    ...sample,
    id,
    session: id,
    endpoint: id,
    parent: id,
  }));
  expect(await importBytes(store, folder.dataDir, await sessionText([...hostile, ...hostile]))).toBe(12);
  expect(Object.hasOwn(Object.prototype, "id")).toBe(false);
});
