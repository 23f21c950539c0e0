import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, stringifyJson } from "../../json/json.ts";
import { anyJson } from "../compare/json.fixture.ts";
import { createIdBinding } from "./idBinding.ts";

function bound(pairs: Readonly<Record<string, string>>) {
  const binding = createIdBinding();
  for (const [recorded, renewed] of Object.entries(pairs)) {
    binding.learn({ data: { type: "profile", id: recorded } }, { data: { type: "profile", id: renewed } });
  }
  return binding;
}

describe("ids of answers", () => {
  test("are bound by their place: those with a prefix anywhere, others as the id of a resource", () => {
    const answer = (suffix: string): Json => ({
      data: {
        type: "event",
        id: `evt_${suffix}`,
        attributes: { note: `Words${suffix}`, profile: { data: [{ type: "list", id: `LST${suffix}01` }] } },
      },
      included: [{ note: `prof_${suffix}` }],
    });
    const binding = createIdBinding();
    binding.learn(answer("a1"), answer("b2"));
    expect(binding.size).toBe(3);
    expect(binding.apply({ path: "/x/evt_a1/LSTa101?p=prof_a1&w=Wordsa1", body: "" })).toEqual({
      path: "/x/evt_b2/LSTb201?p=prof_b2&w=Wordsa1",
      body: "",
      replaced: 3,
    });
  });

  test.each(["1", "events", "123456789", "too short".slice(0, 5), "with space 1"])(
    "like %j are not bound: they may mean anything",
    (id) => {
      expect(bound({ [id]: "prof_99999" }).size).toBe(0);
    },
  );

  test("follow the later of two answers", () => {
    const binding = bound({ prof_old1: "prof_new1" });
    binding.learn({ id: "prof_old1" }, { id: "prof_new2" });
    expect(binding.apply({ path: "/prof_old1", body: "" }).path).toBe("/prof_new2");
    binding.learn({ id: "prof_old1" }, { id: "prof_old1" });
    expect(binding.apply({ path: "/prof_old1", body: "" }).path).toBe("/prof_old1");
  });

  test("are forgotten, the oldest first, when there are too many", () => {
    const binding = createIdBinding({ maxIds: 2 });
    for (const nth of [1, 2, 3]) binding.learn({ id: `prof_old${nth}` }, { id: `prof_new${nth}` });
    expect([binding.size, binding.forgotten]).toEqual([2, 1]);
    expect(binding.apply({ path: "/prof_old1/prof_old3", body: "" }).path).toBe("/prof_old1/prof_new3");
  });

  test("of very deep answers are bound without a fault", () => {
    let [left, right]: [Json, Json] = ["prof_old1", "prof_new1"];
    for (let level = 0; level < 100_000; level++) [left, right] = [[left], [right]];
    const binding = createIdBinding();
    binding.learn(left, right);
    expect(binding.size).toBe(1);
  });
});

describe("a later request", () => {
  const binding = bound({ prof_old1: "prof_new1", prof_new1: "prof_newer" });

  test.each([
    ['{"id":"prof_old1"}', '{"id":"prof_new1"}'],
    ['{ "prof_old1" : [ "prof_old1" , 1.0 ] }', '{ "prof_new1" : [ "prof_new1" , 1.0 ] }'],
    ['"http://a/profiles/prof_old1/"', '"http://a/profiles/prof_new1/"'],
    ['"see\\nprof_old1"', '"see\\nprof_new1"'],
    ['"\\u0070rof_old1"', '"prof_new1"'],
    ['"prof_old12 xprof_old1 prof_old1-"', '"prof_old12 xprof_old1 prof_old1-"'],
    ['{"id":"prof_old1"', '{"id":"prof_old1"'],
    ["id=prof_old1", "id=prof_old1"],
    ['"equals(id,\\"prof_old1\\")"', '"equals(id,\\"prof_new1\\")"'],
  ])("%s is sent as %s", (body, expected) => {
    expect(binding.apply({ path: "/", body }).body).toBe(expected);
  });

  test("has ids replaced in its path and query, whole segments only", () => {
    const { path, replaced } = binding.apply({
      path: "/api/profiles/prof_old1/?filter=equals(id,%22prof_old1%22)&x=prof_old12",
      body: "",
    });
    expect(path).toBe("/api/profiles/prof_new1/?filter=equals(id,%22prof_new1%22)&x=prof_old12");
    expect(replaced).toBe(2);
  });

  test("of bytes stays as it is", () => {
    const body = { base64: "cHJvZl9vbGQx" };
    expect(binding.apply({ path: "/", body })).toEqual({ path: "/", body, replaced: 0 });
  });

  test("without bound ids stays byte for byte", () => {
    const bodies = fc.oneof(
      fc.string({ unit: "binary" }),
      anyJson.map((value) => stringifyJson(value)),
      anyJson.map((value) => stringifyJson(value, 3)),
      fc.string().map((text) => JSON.stringify(text)),
    );
    fc.assert(
      fc.property(bodies, fc.webPath(), (body, path) => {
        expect(binding.apply({ path, body })).toEqual({ path, body, replaced: 0 });
      }),
    );
  });

  test("with a bound id keeps every byte around it", () => {
    fc.assert(
      fc.property(anyJson, anyJson, (before, after) => {
        const body = (id: string) => `[${stringifyJson(before, 1)}, "${id}" ,${stringifyJson(after)}]`;
        expect(binding.apply({ path: "", body: body("prof_old1") }).body).toBe(body("prof_new1"));
      }),
    );
  });
});
