import { expect, test } from "vitest";
import type { ExchangeHead, ExchangeItem } from "../../../../core/contract/exchangeView.ts";
import { summary } from "../../../live/summary.fixture.ts";
import { paneModels } from "./paneModels.ts";

const text = (value: string) => ({ text: value, truncated: false, bytes: value.length, binary: false });
const head: ExchangeHead = {
  summary: summary(),
  request: {
    method: "POST",
    path: "/klaviyo/v1/api/events",
    headers: [["Content-Type", "application/json; charset=utf-8"]],
  },
  response: { status: 202, headers: [["content-type", "application/vnd.api+json"]] },
  items: 1,
  note: "",
  parent: null,
  children: [],
};
const call = {
  index: 4,
  isMade: true,
  method: "POST",
  path: "/v1/events/bulk",
  requestHeaders: [],
  requestBody: text('{"event_type":"x"}'),
  requestPointer: "/events/17",
  status: 201,
  responseHeaders: [],
  responseBody: text("{}"),
  durationMs: 2.1,
};
const item: ExchangeItem = {
  index: 17,
  requestPointer: "/data/attributes/profiles/data/17",
  requestBody: text('{"data":1}'),
  native: [call],
  responseBody: text(""),
  links: [],
  findings: [],
};

test("the panes come in the order of the flow", () => {
  expect(paneModels(head, item, 0).map(({ title }) => title)).toEqual([
    "Klaviyo request",
    "Native request",
    "Native response",
    "Klaviyo response",
  ]);
});

test("each pane knows where its text is within the whole", () => {
  expect(paneModels(head, item, 0).map(({ base }) => base)).toEqual([
    "/data/attributes/profiles/data/17",
    "/4/events/17",
    "/4",
    "",
  ]);
});

test("beside the title stands what one asks first", () => {
  expect(paneModels(head, item, 0).map(({ meta }) => meta)).toEqual([
    "10 B · application/json",
    "POST /v1/events/bulk · 18 B",
    "2.1 ms · 2 B",
    "application/vnd.api+json",
  ]);
});

test("a refused request says why its native panes are empty", () => {
  const refused = { ...head, summary: summary({ status: 400 }) };
  const [, request, response] = paneModels(refused, { ...item, native: [] }, 0);
  expect(request?.emptyText).toBe("No native call: the request was refused");
  expect(response?.emptyText).toBe("No native call: the request was refused");
});

test("a call without an answer and a client that went away say so", () => {
  const unanswered = { ...item, native: [{ ...call, status: null, responseBody: text("") }] };
  const models = paneModels({ ...head, response: null }, unanswered, 0);
  expect(models[2]?.emptyText).toBe("No answer came");
  expect(models[3]?.emptyText).toBe("Not answered: the client went away");
});

test("what nobody answered to a request from a file is what the present rules make of it, and is marked so", () => {
  const imported = { ...head, summary: summary({ origin: "imported", status: null }), response: null };
  const unsent = { ...call, isMade: false, status: null, responseBody: text("") };
  const [, request, response, answer] = paneModels(imported, { ...item, native: [unsent] }, 0);
  expect(request).toMatchObject({ mark: "not made", body: { text: '{"event_type":"x"}' } });
  expect(response?.emptyText).toContain("A replay makes it.");
  expect(answer?.emptyText).toBe("No answer on record");
});
