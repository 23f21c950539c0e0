import fc from "fast-check";
import { expect, test } from "vitest";
import type { Exchange } from "../../exchange/exchange.ts";
import { textLines } from "../import/textLines.ts";
import { anyExchange, collected, inTurn } from "./exchanges.fixture.ts";
import { readSession, type SessionEntry } from "./readSession.ts";
import { writeSession } from "./writeSession.ts";

const session = {
  id: "s1",
  name: "Checkout, Monday",
  note: "",
  tags: [],
  createdAt: "2026-06-01T12:00:00.000Z",
  exchanges: 1,
  bytes: 20,
  firstAt: null,
  lastAt: null,
};
const origin = { session, version: "0.1.0", now: "2026-06-02T08:00:00.000Z" };

const exchange: Exchange = {
  id: "x1",
  session: "s1",
  seq: 1,
  at: "2026-06-01T12:00:00.000Z",
  origin: "captured",
  parent: null,
  endpoint: "events",
  request: { method: "POST", path: "/klaviyo/v1/api/events", headers: [["X", "1"]], body: "{}" },
  native: [],
  response: null,
  findings: [],
  durationMs: 1.5,
};

async function written(exchanges: Iterable<Exchange>): Promise<string[]> {
  const text = (await collected(writeSession(inTurn(exchanges), origin))).join("");
  return text.split("\n");
}

function read(lines: Iterable<string>): Promise<SessionEntry[]> {
  return collected(readSession(textLines(inTurn([[...lines].join("\n")]))));
}

async function problemOf(lines: Iterable<string>): Promise<string | undefined> {
  const last = (await read(lines)).at(-1);
  return last?.kind === "problem" ? last.message : undefined;
}

test("a session file gives back the session and every exchange exactly, whatever is in them", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyExchange, { maxLength: 5 }), async (exchanges) => {
      const [header, ...others] = await read(await written(exchanges));
      expect(header).toEqual({
        kind: "header",
        header: {
          format: "compat-workbench-session",
          version: 1,
          program: "0.1.0",
          exportedAt: "2026-06-02T08:00:00.000Z",
          session,
        },
      });
      expect(others).toEqual([
        ...exchanges.map((each) => ({ kind: "exchange", exchange: each })),
        { kind: "end", exchanges: exchanges.length },
      ]);
    }),
    { numRuns: 150 },
  );
});

test("repeated header names and a body that is not text come back in their order", async () => {
  const request = {
    ...exchange.request,
    headers: [
      ["X-Tag", "a"],
      ["x-tag", "b"],
      ["X-Tag", "a"],
    ] satisfies Exchange["request"]["headers"],
    body: { base64: "/wD+" },
  };
  const [, entry] = await read(await written([{ ...exchange, request }]));
  expect(entry).toEqual({ kind: "exchange", exchange: { ...exchange, request } });
});

test("lines that another system wrote read the same: a byte order mark, carriage returns, empty lines", async () => {
  const [header = "", ...others] = await written([exchange]);
  const kinds = (await read([`\uFEFF${header}\r`, "", ...others.map((line) => `${line}\r`)])).map(({ kind }) => kind);
  expect(kinds).toEqual(["header", "exchange", "end"]);
});

test("a file that was cut short after a whole line is noticed", async () => {
  const lines = await written([exchange, exchange]);
  expect(await problemOf(lines.slice(0, 3))).toBe(
    "line 4: the file ends after 2 exchanges, before its end line: it was cut short. Copy or export it again.",
  );
});

test("a file that lacks a line in the middle is noticed", async () => {
  const lines = await written([exchange, exchange]);
  expect(await problemOf(lines.toSpliced(1, 1))).toBe(
    "line 3: the file should hold 2 exchanges and has 1. Export the session again.",
  );
});

test("a file of a newer version says so", async () => {
  expect(await problemOf(['{"format":"compat-workbench-session","version":2,"sessions":[]}'])).toBe(
    "line 1: this file is of version 2, and this program reads up to 1. Open it with a newer Compat Workbench.",
  );
});

test("what is no session file says so", async () => {
  const message = "line 1: this is no session file. Export the session again with the format session.";
  expect(await problemOf(["{nope"])).toBe(message);
  expect(await problemOf(['{"log":{}}'])).toBe(message);
  expect(await problemOf([])).toBe("line 1: the file is empty. Export the session again.");
});

test("a damaged line is named with its place, and nothing after it is read", async () => {
  const [header = "", line = "", ...others] = await written([exchange]);
  const damaged = line.replace('"method":"POST"', '"method":7');
  const entries = await read([header, damaged, ...others]);
  expect(entries.map(({ kind }) => kind)).toEqual(["header", "problem"]);
  expect(entries.at(-1)).toMatchObject({ line: 2, message: expect.stringContaining('"request.method"') });
  expect(await problemOf([header, line.slice(0, 40)])).toContain("line 2: this is no JSON");
});

test("a second session behind the end is not passed over", async () => {
  const lines = (await written([exchange])).filter((line) => line !== "");
  expect(await problemOf([...lines, ...lines])).toBe(
    "line 4: there is more after the end of the session. Export the session again.",
  );
});
