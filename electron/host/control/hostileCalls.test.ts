import { isContractProcedure } from "@orpc/contract";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../../../core/contract/contract.ts";
import { askRaw, type OpenControl, openControl } from "./control.fixture.ts";

let open: OpenControl;
beforeAll(async () => {
  open = await openControl();
});
afterAll(() => open[Symbol.asyncDispose]());

/** The paths of all calls, but for the live stream and what the fixture does not send. */
const calls = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members)
    .filter(([, call]) => isContractProcedure(call))
    .map(([name]) => `${group}/${name}`)
    .filter((path) => path !== "workbench/events" && path !== "exchanges/send"),
);

const names = ["id", "session", "filter", "limit", "before", "name", "key", "tags", "property", "search", "offset"];
const value = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.constantFrom(
    "' OR 1=1 --",
    "%",
    "__proto__",
    "\u0000",
    Number.MAX_SAFE_INTEGER,
    -1,
    1.5,
    1e308,
    null,
    [],
    "status:9",
  ),
);
const input = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), value));
/** How the client's protocol wraps an input, or anything else. */
const body = fc.oneof(
  { weight: 8, arbitrary: input.map((json) => JSON.stringify({ json })) },
  { weight: 1, arbitrary: fc.tuple(input, fc.jsonValue()).map(([json, meta]) => JSON.stringify({ json, meta })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
);

test("every call takes any input with an answer or a refusal, and the store lives on", {
  timeout: 120_000,
}, async () => {
  const headers = {
    host: open.host,
    cookie: open.cookie,
    origin: `http://${open.host}`,
    "content-type": "application/json",
  };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calls), body, async (path, text) => {
      const answer = await askRaw(open, { method: "POST", path: `/rpc/${path}`, headers, body: text });
      expect({ path, text, status: answer.status, body: answer.status >= 500 ? answer.body : "" }).toMatchObject({
        status: expect.toSatisfy((status: number) => status < 500),
        body: "",
      });
    }),
    { numRuns: 800 },
  );
  expect(open.store.sessions.list().length).toBeGreaterThan(0);
  expect(Object.hasOwn(Object.prototype, "a")).toBe(false);
});
