import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askRaw, type OpenControl, openControl } from "./control.fixture.ts";

let open: OpenControl;
beforeAll(async () => {
  open = await openControl();
});
afterAll(() => open[Symbol.asyncDispose]());

type Headers = Record<string, string>;

/** Headers of a call as the workbench's own page sends it; `changes` overwrites, undefined takes away. */
function ownCall(changes: Record<string, string | undefined> = {}): Headers {
  const headers: Record<string, string | undefined> = {
    host: open.host,
    origin: `http://${open.host}`,
    "sec-fetch-site": "same-origin",
    "content-type": "application/json",
    cookie: open.cookie,
    ...changes,
  };
  const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined);
  return Object.fromEntries(given);
}

const call = (headers: Headers, path = "/rpc/workbench/status", body = "{}") =>
  askRaw(open, { method: "POST", path, headers, body });

test("the page's own call is answered", async () => {
  const answer = await call(ownCall());
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body).json.compatUrl).toBe("http://127.0.0.1:8020/klaviyo/v1");
});

const callPaths = ["/rpc/workbench/status", "/rpc/workbench/events"];

test.each(callPaths)("%s is refused to a navigation, an image or a script", async (path) => {
  const headers = ownCall({ origin: undefined, "content-type": undefined });
  expect((await askRaw(open, { path: `${path}?data=%7B%7D`, headers })).status).toBe(405);
});

describe.each([...callPaths, "/imports?name=shop.har"])("%s", (path) => {
  test.each<[string, Record<string, string | undefined>, number]>([
    ["without the cookie", { cookie: undefined }, 401],
    ["with another workbench's cookie", { cookie: "compat-workbench-1=x" }, 401],
    ["under a foreign Host (DNS rebinding)", { host: "evil.example", origin: "http://evil.example" }, 403],
    ["under a Host without the port", { host: "127.0.0.1" }, 403],
    ["from a foreign Origin", { origin: "https://evil.example", "sec-fetch-site": undefined }, 403],
    ["from another port of localhost", { origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }, 403],
    ["from a page without an origin", { origin: "null" }, 403],
    ["without an Origin", { origin: undefined }, 403],
    ["from another site", { "sec-fetch-site": "cross-site" }, 403],
    ["as text/plain", { "content-type": "text/plain" }, 415],
    ["as a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["as what only starts like JSON", { "content-type": "application/jsonp" }, 415],
    ["without a content type", { "content-type": undefined }, 415],
  ])("is refused %s", async (_how, changes, status) => {
    const answer = await call(ownCall(changes), path);
    expect(answer.status).toBe(status);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.body).not.toContain("klaviyo/v1");
  });

  test("is refused to a form that another site posts", async () => {
    const headers = ownCall({
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
      "content-type": "application/x-www-form-urlencoded",
    });
    expect((await call(headers, path, "json=1")).status).toBe(403);
  });

  test("is refused to a preflight, so that no foreign request with JSON is ever sent", async () => {
    const headers = ownCall({
      cookie: undefined,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    });
    const answer = await askRaw(open, { method: "OPTIONS", path, headers });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("takes no token from the address", async () => {
    const answer = await call(ownCall({ cookie: undefined }), `${path}?token=${open.token}`);
    expect(answer.status).toBe(401);
  });
});

test("a call without the cookie gets an error that the page's client can tell from others", async () => {
  const answer = await call(ownCall({ cookie: undefined }));
  expect(JSON.parse(answer.body).json).toMatchObject({ code: "UNAUTHORIZED", status: 401 });
});

test.each([
  ["a stranger", { cookie: undefined, origin: undefined }, 401],
  ["a foreign page", { origin: "https://evil.example" }, 403],
])("a WebSocket is refused to %s", async (_who, changes, status) => {
  const headers = ownCall({ "content-type": undefined, "sec-fetch-site": undefined, ...changes });
  const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" };
  expect((await askRaw(open, { path: "/rpc/workbench/events", headers: { ...headers, ...upgrade } })).status).toBe(
    status,
  );
});

test.each(["/", "/traffic/ex_1", "/assets/main-1a2b3c4d.js", "/nowhere.js", "/index.html"])(
  "%s is refused without the token, with how to get in",
  async (path) => {
    const answer = await askRaw(open, { path, headers: { host: open.host } });
    expect(answer.status).toBe(401);
    expect(answer.body).toContain("Open the address that the workbench printed on the terminal");
  },
);

test("files of the page are refused to other sites even with the cookie", async () => {
  const path = "/assets/main-1a2b3c4d.js";
  for (const site of ["cross-site", "same-site"]) {
    const headers = { host: open.host, cookie: open.cookie, "sec-fetch-site": site };
    expect((await askRaw(open, { path, headers })).status).toBe(403);
  }
});

test.each([
  ["shorter", (token: string) => token.slice(0, -1)],
  ["longer", (token: string) => `${token}A`],
  ["empty", () => ""],
])("a token that is %s is refused", async (_how, change) => {
  const cookie = `compat-workbench-${open.control.port}=${change(open.token)}`;
  expect((await call(ownCall({ cookie }))).status).toBe(401);
});
