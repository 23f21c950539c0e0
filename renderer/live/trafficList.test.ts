import { expect, test } from "vitest";
import { summary } from "./summary.fixture.ts";
import { arrive, changeRow, firstPageOnly, follow, hold, type TrafficData, trafficRows } from "./trafficList.ts";

const row = (position: number) => summary({ position, id: `x${position}` });
const positions = (data: TrafficData) => trafficRows(data).map((each) => each.position);

function list(...newestFirst: number[]): TrafficData {
  const exchanges = newestFirst.map(row);
  return {
    pages: [{ exchanges, total: exchanges.length, hasMore: false, newest: newestFirst[0] ?? 0, held: null }],
    pageParams: [undefined],
  };
}

test("arrivals come first, newest at the top, and count into the total", () => {
  const data = arrive(list(2, 1), [row(3), row(4)]);
  expect(positions(data)).toEqual([4, 3, 2, 1]);
  expect(data.pages[0]?.total).toBe(4);
});

test("an arrival that the list has already changes nothing", () => {
  const data = list(2, 1);
  expect(arrive(data, [row(2)])).toBe(data);
});

test("a held list counts arrivals, each once, and keeps its rows", () => {
  const data = arrive(arrive(hold(list(2, 1)), [row(3), row(4)]), [row(4), row(5)]);
  expect(positions(data)).toEqual([2, 1]);
  expect(data.pages[0]).toMatchObject({ held: 3, total: 5, newest: 5 });
});

test("a list that is followed again shows arrivals", () => {
  expect(positions(arrive(follow(hold(list(1))), [row(2)]))).toEqual([2, 1]);
});

test("a followed list keeps its newest 500 rows and knows that there are more", () => {
  const rows = Array.from({ length: 600 }, (_, index) => row(index + 1));
  const data = arrive(list(), rows);
  expect(trafficRows(data)).toHaveLength(500);
  expect(positions(data)[0]).toBe(600);
  expect(data.pages[0]).toMatchObject({ hasMore: true, total: 600 });
});

test("one row changes in place", () => {
  const data = changeRow(list(2, 1), "x1", { nativePending: 7 });
  expect(trafficRows(data).map((each) => each.nativePending)).toEqual([0, 7]);
  expect(changeRow(data, "gone", { nativePending: 1 })).toBe(data);
});

test("the first page alone forgets the older ones", () => {
  const first = list(3);
  const two: TrafficData = { pages: [...first.pages, ...list(2, 1).pages], pageParams: [undefined, 3] };
  expect(positions(firstPageOnly(two))).toEqual([3]);
});
