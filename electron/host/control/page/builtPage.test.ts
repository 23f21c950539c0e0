import { afterAll, beforeAll, expect, test } from "vitest";
import { askRaw, type OpenControl, openControl, type RawAnswer } from "../control.fixture.ts";

let open: OpenControl;
beforeAll(async () => {
  open = await openControl();
});
afterAll(() => open[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = { cookie: open.cookie }): Promise<RawAnswer> =>
  askRaw(open, { path, headers: { host: open.host, ...headers } });

const nonceOf = (answer: RawAnswer): string | undefined => /content="([^"]+)"/.exec(answer.body)?.[1];

test("the token moves from the address into a cookie that scripts and other sites do not get", async () => {
  const answer = await get(`/traffic/ex_1?token=${open.token}&item=3`, {});
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe("/traffic/ex_1?item=3");
  expect(answer.headers["set-cookie"]).toEqual([`${open.cookie}; HttpOnly; SameSite=Strict; Path=/`]);
});

test("the redirect never leaves the listener", async () => {
  const answer = await get(`//evil.example/?token=${open.token}`, {});
  expect(answer.headers.location).not.toMatch(/^\/\//);
});

test("a wrong token in the address is refused and sets no cookie", async () => {
  const answer = await get("/?token=guess", {});
  expect(answer.status).toBe(401);
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

test("two workbenches have cookies of different names", async () => {
  await using other = await openControl();
  expect(other.cookie.split("=")[0]).not.toBe(open.cookie.split("=")[0]);
});

test.each(["/", "/index.html", "/traffic/ex_1", "/traffic?filter=status%3A4xx", "/data/ps_test_1.2/profiles"])(
  "%s is the page, fresh each time and under a policy that admits its own nonce only",
  async (path) => {
    const [first, second] = [await get(path), await get(path)];
    expect(first.status).toBe(200);
    expect(first.headers["cache-control"]).toBe("no-store");
    expect(first.headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonceOf(first)}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(nonceOf(first)).not.toBe(nonceOf(second));
  },
);

test("every response tells the browser to keep it to this page", async () => {
  for (const answer of [await get("/"), await get("/assets/main-1a2b3c4d.js"), await get("/", {})]) {
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(answer.headers["permissions-policy"]).toContain("camera=()");
    expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
});

test("a file whose name carries its hash is kept for good, another is asked for again", async () => {
  const script = await get("/assets/main-1a2b3c4d.js");
  expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(script.headers["content-type"]).toContain("javascript");
  expect((await get("/icon.svg")).headers["cache-control"]).toBe("no-cache");
});

test("a missing file is missing, and nothing outside of the folder is served", async () => {
  expect((await get("/assets/gone.js")).status).toBe(404);
  for (const path of ["/../data/workbench.db", "/%2e%2e/data/workbench.db", "/assets/..%2f..%2fdata%2fworkbench.db"]) {
    expect((await get(path)).body).not.toContain("SQLite");
  }
});
