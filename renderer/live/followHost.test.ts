import { ORPCError, withEventMeta } from "@orpc/client";
import { expect, test } from "vitest";
import type { HostEvent } from "../../core/contract/events.ts";
import type { ExchangeSummary } from "../../core/exchange/exchange.ts";
import type { Connection } from "./connection.ts";
import { followHost } from "./followHost.ts";
import { noneUnkept, session, summary } from "./summary.fixture.ts";

const changed: HostEvent = { type: "sandbox-changed" };

function recorded(...positions: number[]): HostEvent {
  const exchanges: ExchangeSummary[] = positions.map((position) => summary({ position, id: `x${position}` }));
  return withEventMeta({ type: "recorded", exchanges, session, unkept: noneUnkept }, { id: String(positions.at(-1)) });
}

/** Plays one list of events for each connection, a thrown error where the list ends in one; ends after the last. */
async function play(connections: readonly (readonly (HostEvent | Error)[])[]) {
  const end = new AbortController();
  const asked: (string | undefined)[] = [];
  const applied: HostEvent[] = [];
  const states: Connection[] = [];
  const returns: boolean[] = [];
  const delays: number[] = [];
  let next = 0;
  await followHost(
    {
      open: async ({ lastEventId }) => {
        asked.push(lastEventId);
        const events = connections[next] ?? [];
        next += 1;
        return (async function* () {
          for (const event of events) {
            if (event instanceof Error) throw event;
            yield event;
          }
        })();
      },
      apply: (event) => applied.push(event),
      returned: (hasResumed) => returns.push(hasResumed),
      changed: (connection) => states.push(connection),
      wait: async (ms) => {
        delays.push(ms);
        if (next >= connections.length) end.abort();
      },
    },
    end.signal,
  );
  const positions = applied
    .flatMap((event) => (event.type === "recorded" ? event.exchanges : []))
    .map((x) => x.position);
  return { asked, applied, states, returns, delays, positions };
}

test("after a drop the stream goes on after the last event, and nothing is applied twice", async () => {
  const { asked, positions, returns } = await play([
    [changed, recorded(1, 2)],
    [changed, recorded(2, 3)],
  ]);
  expect(asked).toEqual([undefined, "2"]);
  expect(positions).toEqual([1, 2, 3]);
  expect(returns).toEqual([true]);
});

test("a drop before anything was recorded tells that exchanges may have been missed", async () => {
  const { returns } = await play([[changed], [changed]]);
  expect(returns).toEqual([false]);
});

test("a host with another database is read anew, from its own positions on", async () => {
  const status = withEventMeta<HostEvent>({ type: "sandbox-changed" }, { id: "1" });
  const { returns, positions } = await play([
    [changed, recorded(8, 9)],
    [status, recorded(2)],
  ]);
  expect(returns).toEqual([false]);
  expect(positions).toEqual([8, 9, 2]);
});

test("a host that stays away is asked again, later each time", async () => {
  const { delays, states } = await play([[changed], [new TypeError("refused")], [new TypeError("refused")], [changed]]);
  expect(delays).toEqual([250, 500, 1000, 250]);
  expect(states.slice(0, 5)).toEqual([
    { state: "open", hasReturned: false },
    { state: "retrying", attempt: 1 },
    { state: "retrying", attempt: 2 },
    { state: "retrying", attempt: 3 },
    { state: "open", hasReturned: true },
  ]);
});

test("a page whose token is refused stops asking", async () => {
  const { states, delays } = await play([[new ORPCError("UNAUTHORIZED")], [changed]]);
  expect(states).toEqual([{ state: "refused" }]);
  expect(delays).toEqual([]);
});
