import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Cut, JsonCutter } from "./JsonCutter.ts";

function cutPieces(pieces: readonly string[], path: readonly string[], longest = 1000): Cut[] {
  const cutter = new JsonCutter(path, longest);
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()];
}

function texts(text: string, ...path: string[]): (string | undefined)[] {
  return cutPieces([text], path).map((cut) => (cut.kind === "element" ? cut.text : `${cut.fault} at ${cut.offset}`));
}

describe("JsonCutter", () => {
  it("cuts the list at the end of the path and nothing that only looks like it", () => {
    const text =
      '{"entries":[0],"x":{"entries":[1]},"log":{"a":"entries","b":["log",{"entries":[2]}],"entr\\u0069es":[{"c":[3, 4]} , 5]}}';
    expect(texts(text, "log", "entries")).toEqual(['{"c":[3, 4]}', "5"]);
  });

  it("cuts the outermost list, or takes an outermost object whole", () => {
    expect(texts('\uFEFF [ "a]", 1.50 ,{"b": "\\"]"}]\n')).toEqual(['"a]"', "1.50", '{"b": "\\"]"}']);
    expect(texts(' {"a": [1]} ')).toEqual(['{"a": [1]}']);
    expect(texts("[]")).toEqual([]);
  });

  it("hands on broken elements and goes on after them", () => {
    expect(texts('[{"a":1], {"b":2}}, 3] 4')).toEqual(['{"a":1]', '{"b":2}}', "3", "more-text at 23"]);
    expect(texts('[1,,tru,{"a"}, 2,]')).toEqual(["1", "", "tru", '{"a"}', "2", ""]);
  });

  it("tells where a text breaks off, and that there is no list", () => {
    expect(cutPieces(['{"log":{"entries":[1,{"a"'], ["log", "entries"])).toEqual([
      { kind: "element", number: 1, text: "1", offset: 19 },
      { kind: "fault", fault: "truncated", offset: 25, within: 2 },
    ]);
    expect(texts("12")).toEqual(["no-list at 2"]);
    expect(texts('{"log":[]}', "log", "entries")).toEqual(["no-list at 10"]);
    expect(texts("]]}")).toEqual(["no-list at 3"]);
  });

  it("passes over an element that is too long", () => {
    expect(cutPieces(["[1,", "234", "567, 8]"], [], 5)).toMatchObject([
      { number: 1, text: "1" },
      { number: 2, text: undefined, offset: 3 },
      { number: 3, text: "8" },
    ]);
  });
});

test("elements are the same however the text is cut into pieces, and parse to the values of the list", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.jsonValue(),
      fc.boolean(),
      fc.infiniteStream(fc.nat(9)),
      (list, other, isIndented, sizes) => {
        const text = JSON.stringify({ log: { other, entries: list, after: other } }, null, isIndented ? 2 : undefined);
        const pieces: string[] = [];
        for (let start = 0; start < text.length; ) {
          const end = start + (sizes.next().value ?? 1);
          pieces.push(text.slice(start, end));
          start = end;
        }
        const cuts = cutPieces(pieces, ["log", "entries"], 1e6);
        expect(cuts.map((cut) => cut.kind === "element" && JSON.parse(cut.text ?? ""))).toEqual(
          list.map((value) => JSON.parse(JSON.stringify(value))),
        );
        for (const cut of cuts)
          if (cut.kind === "element") expect(text.startsWith(cut.text ?? "", cut.offset)).toBe(true);
      },
    ),
  );
});

test("any text is read to its end", () => {
  const piece = fc.constantFrom("{", "}", "[", "]", '"', "\\", ",", ":", "log", '"log":', "1");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const cuts = cutPieces(pieces, ["log"]);
      expect(cuts.filter(({ kind }) => kind === "fault").length).toBeLessThan(3);
    }),
  );
});
