import { expect, test } from "vitest";
import { bodyText } from "./bodyText.ts";

async function gzipped(text: string): Promise<{ base64: string }> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return { base64: btoa(String.fromCharCode(...bytes)) };
}

test("text is taken as it is", async () => {
  expect(await bodyText('{"a":1}', [])).toEqual({ ok: true, text: '{"a":1}' });
});

test("a compressed body is taken out of its coding", async () => {
  expect(await bodyText(await gzipped('{"a":"é"}'), [["Content-Encoding", "gzip"]])).toEqual({
    ok: true,
    text: '{"a":"é"}',
  });
});

test("a body that is no text says so", async () => {
  expect(await bodyText({ base64: "/w==" }, [])).toEqual({
    ok: false,
    message: "Its body is not UTF-8 text and cannot be edited here. Everything else was taken over.",
  });
  expect(await bodyText({ base64: "AAAA" }, [["content-encoding", "br"]])).toMatchObject({
    message: "Its body is coded as br and cannot be edited here. Everything else was taken over.",
  });
});
