import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type Exchange, exchangeSchema } from "../../../../../core/exchange/exchange.ts";
import { recordedFolder } from "./recordedFolder.fixture.ts";
import { isInstalled } from "./runTool.fixture.ts";
import { startWiremock } from "./wiremock.fixture.ts";

const hasJava = isInstalled(["java", "-version"], "running exported WireMock stubs");

type NativeCall = Exchange["native"][number];

async function nativeCalls(lines: string): Promise<NativeCall[]> {
  const exchanges = (await readFile(lines, "utf8")).trim().split("\n");
  return exchanges.flatMap((line) => exchangeSchema.parse(JSON.parse(line)).native);
}

async function answerTo(origin: string, { method, path, headers, body }: NativeCall["request"]) {
  const response = await fetch(origin + path, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body !== "" && { body: String(body) }),
  });
  return { status: response.status, body: await response.text() };
}

test.runIf(hasJava)(
  "WireMock answers each native call from exported stubs as it was answered, and no other",
  {
    timeout: 180_000,
  },
  async () => {
    await using recorded = await recordedFolder();
    const calls = await nativeCalls(await recorded.exportAs("ndjson", "--no-mask"));
    await using wiremock = await startWiremock(await recorded.exportAs("wiremock", "--no-mask"));
    expect(calls.length).toBeGreaterThan(5);
    for (const { request, response } of calls) {
      expect(await answerTo(wiremock.origin, request), `${request.method} ${request.path}`).toEqual({
        status: response?.status,
        body: response?.body,
      });
    }
    const [first] = calls.filter(({ request }) => request.body !== "");
    if (!first) throw new Error("No native call has a body.");
    const other = { ...first.request, body: '{"email":"nobody@example.com"}' };
    expect(await answerTo(wiremock.origin, other)).toMatchObject({ status: 404 });
  },
);
