import { expect, test } from "vitest";
import { stringifyJson } from "../../../../core/json/json.ts";
import { requestTemplates, sampleRequest } from "../../../../core/klaviyo/templates.ts";
import { createAnalyser } from "./analyseDraft.ts";

const common = { metrics: {}, now: "2026-06-01T00:00:00.000Z", item: 0 };

function analyse(text: string, change: Partial<Parameters<ReturnType<typeof createAnalyser>>[0]> = {}) {
  return createAnalyser()({ ...common, endpoint: "events", text, ...change });
}

test("a template is taken, and each of its fields has its way", () => {
  const { refusedWith, item, leaves, leavesMapped } = analyse(stringifyJson(sampleRequest.body));
  expect(refusedWith).toBeUndefined();
  expect(item.native.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /v1/events",
    "POST /v1/profiles/upsert",
  ]);
  expect(item.links).toContainEqual({
    from: { pane: "klaviyo-request", pointer: "/data/attributes/metric/data/attributes/name" },
    to: { pane: "native-request", pointer: "/0/event_type" },
    rule: "event.event_type",
  });
  expect([leaves, leavesMapped]).toEqual([25, 25]);
});

test("the workspace's metric table is applied", () => {
  const { item } = analyse(stringifyJson(sampleRequest.body), { metrics: { "Placed Order": "order.created" } });
  expect(item.native[0]?.requestBody.text).toContain('"event_type":"order.created"');
});

test("a refused request says with what status, and what it would become otherwise", () => {
  const text = stringifyJson(sampleRequest.body).replace("jane.doe@example.com", "jane");
  const { refusedWith, item } = analyse(text);
  expect(refusedWith).toBe(400);
  expect(item.findings[0]).toMatchObject({
    kind: "refused",
    pointer: "/data/attributes/profile/data/attributes/email",
  });
  expect(item.native[0]?.requestBody.text).toContain('"email":"jane"');
});

test("text that is no JSON tells where it stops being some", () => {
  const { refusedWith, syntaxFault, item } = analyse('{"data": }');
  expect(refusedWith).toBe(400);
  expect(syntaxFault?.offset).toBe(9);
  expect(syntaxFault?.message).toContain("line 1, column 10");
  expect(item.native).toEqual([]);
});

test("of a bulk request the item that is looked at is shown, with its own calls and findings", () => {
  const template = requestTemplates.find(({ id }) => id === "bulk-import");
  const text = stringifyJson(template?.body ?? null);
  const analyser = createAnalyser();
  const input = { ...common, endpoint: "profile-bulk-import-jobs" as const, text };
  const second = analyser({ ...input, item: 1 });
  expect(second.items).toBe(3);
  expect(second.nativeCalls).toBe(3);
  expect(second.item.native.map(({ index }) => index)).toEqual([1]);
  expect(second.item.links.every(({ from }) => from.pointer.startsWith("/data/attributes/profiles/data/1/"))).toBe(
    true,
  );
  expect(analyser({ ...input, item: 99 }).item.index).toBe(2);
});

test("of a call that carries many events the item's own are shown", () => {
  const template = requestTemplates.find(({ id }) => id === "bulk-events-100");
  const { item } = analyse(stringifyJson(template?.body ?? null), { endpoint: "event-bulk-create-jobs", item: 7 });
  expect(item.native).toHaveLength(1);
  expect(item.native[0]).toMatchObject({ index: 0, path: "/v1/events/bulk", requestPointer: "/events/7" });
  expect(item.native[0]?.requestBody.text).toContain("customer8@example.com");
});
