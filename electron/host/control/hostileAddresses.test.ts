import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isContractProcedure } from "@orpc/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../../../core/contract/contract.ts";
import { exportsFolder } from "../export/startExport.ts";
import { append, record } from "../store/store.fixture.ts";
import { askRaw, callControl, type OpenControl, openControl } from "./control.fixture.ts";

const secret = "what only the owner may read";
let open: OpenControl;
/** The address of an export that waits to be taken. */
let download: string;

beforeAll(async () => {
  open = await openControl();
  const { store } = open;
  // Beside the page's folder: one whose name begins as its name does, and one file in the folder above.
  const above = dirname(store.dataDir);
  await mkdir(join(above, "renderer-secret"), { recursive: true });
  await writeFile(join(above, "renderer-secret", "key.txt"), secret);
  await writeFile(join(above, "key.txt"), secret);
  await mkdir(exportsFolder(store.dataDir), { recursive: true });
  await writeFile(join(exportsFolder(store.dataDir), "key.txt"), secret);
  await append(store, record());
  const { job } = await callControl(open).exports.start({
    session: store.sessions.openId,
    format: "session",
    isMasked: false,
    alsoMask: [],
    keep: [],
    secret: "0".repeat(64),
  });
  await open.jobs.ended(job);
  download = `/exports/${job}`;
});
afterAll(() => open[Symbol.asyncDispose]());

const get = (path: string, headers: Record<string, string> = {}) =>
  askRaw(open, { path, headers: { host: open.host, cookie: open.cookie, ...headers } });

const ups = ["..", "%2e%2e", ".%2e", "%2E%2E", "..%00", "%252e%252e", "..;", "%c0%ae%c0%ae", "\\..", "..%5c"];
const slashes = ["/", "%2f", "%5c", "\\", "//", "%252f"];
const targets = ["renderer-secret/key.txt", "key.txt", "exports/key.txt", "data/exports/key.txt"];
const climbs = ["", "/assets", "/exports", "/exports/x"].flatMap((root) =>
  ups.flatMap((up) =>
    slashes.flatMap((slash) => targets.map((target) => `${root}/${up}${slash}${target.replaceAll("/", slash)}`)),
  ),
);

test("no form of an address leads out of the page's folder or of an export's", async () => {
  const double = climbs.map((path) => path.replace(/^(\/\w*)?/, "$1/x/../.."));
  for (const path of [...climbs, ...double, "/-secret/key.txt", "/../renderer-secret/key.txt", "//", "///etc/passwd"]) {
    const answer = await get(path);
    expect({ path, leaks: answer.body.includes(secret), broken: answer.status >= 500 }).toEqual({
      path,
      leaks: false,
      broken: false,
    });
  }
}, 60_000);

test("an address that cannot be read is refused like any other, whoever asks", async () => {
  const answer = await get("/%zz", { host: "evil.example" });
  expect(answer.status).toBe(400);
  expect(answer.headers).toMatchObject({
    "content-security-policy": expect.any(String),
    "x-content-type-options": "nosniff",
  });
  expect(answer.body).not.toContain("%zz");
});

test("an export is given to the page alone, as a download and not as a page", async () => {
  const own = await get(download);
  expect(own.status).toBe(200);
  expect(own.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment; filename="[^"\r\n]+"$/),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
});

test.each<[string, Record<string, string>, number]>([
  ["a stranger", { cookie: "" }, 401],
  ["a foreign name that leads here (DNS rebinding)", { host: "evil.example" }, 403],
  ["a page of another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a page of another port of this machine", { "sec-fetch-site": "same-site" }, 403],
  ["a foreign origin", { origin: "https://evil.example" }, 403],
])("an export is refused to %s", async (_who, headers, status) => {
  const answer = await get(download, headers);
  expect(answer.status).toBe(status);
  expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  expect(answer.body).not.toContain("placed_order");
});

const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
const bodies = [
  `{"json":${polluting}}`,
  `{"json":{"id":${polluting},"session":"x","filter":""}}`,
  `{"json":{"x":"1"},"meta":[[1,"__proto__","polluted"],[1,"constructor","prototype","polluted"]]}`,
  `{"json":{"__proto__":{"polluted":"1"}},"meta":[[1,"__proto__","polluted"]]}`,
  `{"json":{"metrics":[${polluting}],"keys":[${polluting}],"rules":[${polluting}],"equivalence":${polluting}}}`,
];
const calls = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members)
    .filter(([, call]) => isContractProcedure(call))
    .map(([name]) => `${group}/${name}`)
    .filter((path) => path !== "workbench/events"),
);

test("no call takes an input that changes what all objects have", async () => {
  const headers = {
    host: open.host,
    cookie: open.cookie,
    origin: `http://${open.host}`,
    "content-type": "application/json",
  };
  for (const path of [...calls, "__proto__/x", "constructor/prototype", "workbench/__proto__", "workbench/toString"]) {
    for (const body of bodies) {
      const { status } = await askRaw(open, { method: "POST", path: `/rpc/${path}`, headers, body });
      expect({ path, body, broken: status >= 500 && status !== 501 }).toEqual({ path, body, broken: false });
    }
  }
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(JSON.stringify(open.store.settings.get())).not.toContain("polluted");
});
