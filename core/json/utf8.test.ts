import { expect, test } from "vitest";
import { decodeUtf8, utf8Length } from "./utf8.ts";

test.each([
  [[0x61, 0xff, 0x62], 1],
  [[0xc3, 0x28], 1],
  [[0x61, 0x62, 0xe2, 0x82], 4],
  [[0xed, 0xa0, 0x80], 1],
])("says where %j stops being UTF-8", (bytes, offset) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ ok: false, offset });
});

test("decodes, without its byte order mark", () => {
  expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0xe2, 0x82, 0xac]))).toEqual({ ok: true, text: "€" });
  expect(decodeUtf8(new Uint8Array())).toEqual({ ok: true, text: "" });
});

test("counts bytes, not characters", () => {
  expect(utf8Length("a€😀")).toBe(8);
});
