import { expect, test } from "vitest";
import { readPastedHarEntry } from "./pastedHarEntry.ts";

const entry = {
  startedDateTime: "2026-01-01T10:00:00.000Z",
  request: {
    method: "POST",
    url: "https://a.klaviyo.com/api/profiles?a=1",
    headers: [{ name: "Revision", value: "2026-07-15" }],
    postData: { mimeType: "application/json", text: "{}" },
  },
};

test("an entry of a HAR is the request that it tells of", () => {
  expect(readPastedHarEntry(JSON.stringify(entry))).toEqual({
    ok: true,
    request: { method: "POST", path: "/api/profiles?a=1", headers: [["Revision", "2026-07-15"]], body: "{}" },
  });
});

test("an entry that is no request to send says why", () => {
  const socket = { ...entry, request: { ...entry.request, url: "wss://a.klaviyo.com/" } };
  expect(readPastedHarEntry(JSON.stringify(socket))).toMatchObject({
    ok: false,
    reason: expect.stringContaining("WebSocket"),
  });
});

test("what has no request with an address is no entry", () => {
  expect(readPastedHarEntry('{"data":{"type":"event"}}')).toBeUndefined();
  expect(readPastedHarEntry('{"request": 1}')).toBeUndefined();
  expect(readPastedHarEntry("{ no json }")).toBeUndefined();
});
