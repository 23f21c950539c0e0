import { afterEach, expect, test, vi } from "vitest";
import { klaviyoEvent, openHost, post, recorded } from "./host.fixture.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("after a clock that jumped back, ids are new, the order is that of arrival, and the limits hold", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-07-15T12:00:00Z") });
  await using open = await openHost();
  const send = (order: string) => post(open, "/api/events", klaviyoEvent({ properties: { order }, unique_id: order }));
  const remaining: (string | null)[] = [];
  for (const order of ["1", "2", "3"]) {
    remaining.push((await send(order)).headers.get("ratelimit-remaining"));
    vi.setSystemTime(Date.now() - 3_600_000);
  }
  expect(remaining).toEqual(["699", "698", "697"]);

  const exchanges = await recorded(open);
  expect(exchanges.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(exchanges.map(({ at }) => at.slice(0, 13))).toEqual(["2026-07-15T12", "2026-07-15T11", "2026-07-15T10"]);
  expect(new Set(exchanges.map(({ id }) => id)).size).toBe(3);
  const [first, , last] = exchanges;
  expect(
    await open.client.exchanges.list({ session: (await open.client.workbench.status()).session.id }),
  ).toMatchObject({ total: 3, exchanges: [{ id: last?.id }, {}, { id: first?.id }] });
  const [session] = await open.client.sessions.list();
  expect(session).toMatchObject({ firstAt: first?.at, lastAt: last?.at });
});
