import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackedProgram, packProgram } from "./packProgram.fixture.ts";

const enabled = "1".charCodeAt(0);

const expectedFuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} satisfies Record<FuseV1Options, boolean>;

const event = {
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: { data: { type: "profile", attributes: { email: "jane@example.com" } } },
      properties: { total: 12.5 },
    },
  },
};

describe("the packed program", () => {
  let folder: string;
  let packed: PackedProgram;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "workbench-packed-"));
    packed = await packProgram(folder);
  }, 180_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("holds the built program, its licence and its manifest, and nothing else", () => {
    const places = packed.files.filter((file) => !/^\/dist(\/(electron|preload|renderer)(\/.*)?)?$/.test(file));
    expect(places.toSorted()).toEqual(["/LICENSE", "/package.json"]);
    expect(packed.files).toEqual(
      expect.arrayContaining([
        "/dist/electron/main.js",
        "/dist/electron/hostProcess.js",
        "/dist/electron/cli.js",
        "/dist/preload/preload.cjs",
        "/dist/renderer/index.html",
      ]),
    );
    expect(packed.files.filter((file) => /\.(tsx?|map)$|node_modules|\.test\./.test(file))).toEqual([]);
  });

  it("says which packages are in it, with version, licence and digest, and none that only builds or tests", async () => {
    const bill = JSON.parse(await readFile(join(packed.unpacked, "dist", "electron", "bom.cdx.json"), "utf8"));
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "compat-workbench" } } });
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["electron", "fastify", "react", "zod", "@orpc/server"]));
    expect(names.filter((name: string) => /^(vite|vitest|typescript|jest|@playwright\/.*)$/.test(name))).toEqual([]);
    for (const component of bill.components) {
      expect(component).toMatchObject({
        version: expect.stringMatching(/^\d/),
        licenses: [{ expression: expect.any(String) }],
        hashes: [{ content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      });
    }
  });

  it("sets every fuse that the fuse tool knows", async () => {
    const wire = await getCurrentFuseWire(packed.binary);
    const states = Object.fromEntries(
      Object.entries(wire)
        .filter(([name]) => /^\d+$/.test(name))
        .map(([name, state]) => [name, state === enabled]),
    );
    expect(states).toEqual(expectedFuses);
  });

  it("answers a request when its host is started without Electron", async () => {
    const serve = ["serve", "--port", "0", "--data-dir", join(folder, "data"), "--json"];
    const host = spawn(process.execPath, [join(packed.unpacked, "dist", "electron", "cli.js"), ...serve], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: host.stdout }), "line");
    const { compat, control } = JSON.parse(line);
    const answer = await fetch(`${compat}/api/events`, {
      method: "POST",
      headers: {
        authorization: `Klaviyo-API-Key ps_test_${"a".repeat(32)}`,
        "content-type": "application/vnd.api+json",
      },
      body: JSON.stringify(event),
    });
    expect(answer.status).toBe(202);
    const admission = await fetch(control, { redirect: "manual" });
    const [cookie = ""] = admission.headers.getSetCookie();
    const page = await fetch(new URL("/", control), { headers: { cookie } });
    expect(await page.text()).toContain("<title>Compat Workbench</title>");
    host.kill("SIGTERM");
    expect(await once(host, "exit")).toEqual([0, null]);
  });
});
