import { expect, test } from "vitest";
import { RateLimiter } from "./rateLimiter.ts";

function limiterAt(start: number) {
  const clock = { now: start };
  return { clock, limiter: new RateLimiter(() => clock.now) };
}

test("a key gets as many requests as its limit, and the next is refused with the time until the oldest leaves", () => {
  const { clock, limiter } = limiterAt(1000);
  expect(limiter.take("a", 2)).toEqual({ allowed: true, state: { limit: 2, remaining: 1, resetSeconds: 60 } });
  clock.now = 11_000;
  expect(limiter.take("a", 2)).toEqual({ allowed: true, state: { limit: 2, remaining: 0, resetSeconds: 50 } });
  clock.now = 31_000;
  expect(limiter.take("a", 2)).toEqual({ allowed: false, state: { limit: 2, remaining: 0, resetSeconds: 30 } });
});

test("the window slides: room comes back request by request, a minute after each", () => {
  const { clock, limiter } = limiterAt(0);
  limiter.take("a", 2);
  clock.now = 30_000;
  limiter.take("a", 2);
  clock.now = 59_999;
  expect(limiter.take("a", 2).allowed).toBe(false);
  clock.now = 60_000;
  expect(limiter.take("a", 2).allowed).toBe(true);
  expect(limiter.take("a", 2).allowed).toBe(false);
  clock.now = 90_000;
  expect(limiter.take("a", 2).allowed).toBe(true);
});

test("refused requests do not prolong the wait", () => {
  const { clock, limiter } = limiterAt(0);
  limiter.take("a", 1);
  for (clock.now = 1000; clock.now < 60_000; clock.now += 1000) expect(limiter.take("a", 1).allowed).toBe(false);
  expect(limiter.take("a", 1).allowed).toBe(true);
});

test("keys do not share a window", () => {
  const { limiter } = limiterAt(0);
  limiter.take("a", 1);
  expect(limiter.take("b", 1).allowed).toBe(true);
});

test("a look counts nothing, and a stranger sees an untouched window", () => {
  const { limiter } = limiterAt(0);
  limiter.take("a", 700);
  expect(limiter.peek("a", 700)).toEqual({ limit: 700, remaining: 699, resetSeconds: 60 });
  expect(limiter.peek("a", 700).remaining).toBe(699);
  expect(limiter.peek(undefined, 700)).toEqual({ limit: 700, remaining: 700, resetSeconds: 0 });
});

test("a busy window stays exact while it grows and slides", () => {
  const { clock, limiter } = limiterAt(0);
  let admitted = 0;
  for (clock.now = 0; clock.now < 180_000; clock.now += 10) admitted += limiter.take("a", 700).allowed ? 1 : 0;
  expect(admitted).toBe(2100);
});
