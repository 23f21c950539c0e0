import { describe, expect, test } from "vitest";
import { masker, profileBody, withRequest } from "./masker.fixture.ts";

/** The numbers of bodies after masking, each of an exchange of its own: that of the profile, the one beside it, and the one in a text. */
function masked(...people: readonly (readonly [phone: string, mobile: unknown])[]): string[][] {
  const made = masker();
  const exchanges = people.map(([phone_number, mobile]) =>
    withRequest(profileBody({ phone_number, properties: { mobile, note: `call ${mobile}, please` } })),
  );
  for (const exchange of exchanges) made.learn(exchange);
  return exchanges.map((exchange) => {
    const { phone_number, properties } = JSON.parse(String(made.mask(exchange).request.body)).data.attributes;
    return [phone_number, String(properties.mobile), properties.note.slice("call ".length, -", please".length)];
  });
}

const digitsOf = (text = "") => text.replace(/\D/g, "");

describe("a number in national spelling", () => {
  test.each([
    ["(500) 555-0006", "+15005550006"],
    ["07911 123456", "+447911123456"],
    ["0412 345 678", "+61412345678"],
    ["06 12 34 56 78", "+33612345678"],
    ["030 901820", "+4930901820"],
  ])("%s is the same one as %s beside it", (national, international) => {
    const [[phone, mobile, inText] = []] = masked([international, national]);
    expect(mobile).not.toBe(national);
    expect(inText).toBe(mobile);
    expect(digitsOf(phone).endsWith(digitsOf(mobile).replace(/^0/, ""))).toBe(true);
    expect(mobile?.replace(/\d/g, "0")).toBe(national.replace(/\d/g, "0"));
  });

  test("is so in every exchange once it is in one, and in none where another country has the number too", () => {
    const [one, other] = masked(["+447911123456", "07911 123456"], ["+12025550123", "07911 123456"]);
    expect(other?.[1]).toBe(one?.[1]);
    const [[phone, mobile] = [], [, same] = []] = masked(
      ["+447911123456", "07911 123456"],
      ["+497911123456", "07911 123456"],
    );
    expect(phone?.slice(3)).not.toBe(digitsOf(mobile).slice(1));
    expect(same).toBe(mobile);
  });

  test("is so where the text that has it was met before", () => {
    const made = masker();
    const note = "call 07911 123456";
    const bodies = [{ note }, { phone_number: "+447911123456", note }].map((attributes) =>
      withRequest(profileBody(attributes)),
    );
    for (const exchange of bodies) made.learn(exchange);
    const notes = bodies.map((exchange) => JSON.parse(String(made.mask(exchange).request.body)).data.attributes.note);
    expect(notes[0]).toMatch(/^call 0(?:7700 900|1632 960)\d{3}$/);
    expect(notes[1]).toBe(notes[0]);
  });

  test("is another one where only another exchange has such a number, and becomes one that no telephone has", () => {
    const [[phone] = [], [, mobile, inText] = []] = masked(["+447911123456", "x"], ["+12025550123", "07911 123456"]);
    expect(mobile).toMatch(/^000\d\d \d{6}$/);
    expect(inText).toBe(mobile);
    expect(digitsOf(phone).slice(2)).not.toBe(digitsOf(mobile).slice(1));
  });

  test("stays a number where it is one in JSON", () => {
    const [[, british] = []] = masked(["+447911123456", 7911123456]);
    const [[, spanish] = []] = masked(["+34612345678", 612345678]);
    for (const [before, after] of [
      ["7911123456", british],
      ["612345678", spanish],
    ]) {
      expect(after).toMatch(/^[1-9]\d+$/);
      expect(after).toHaveLength(before?.length ?? 0);
      expect(after).not.toBe(before);
    }
  });

  test("stays where its international form is kept", () => {
    const made = masker({ keep: ["/data/attributes/phone_number"] });
    const body = profileBody({ phone_number: "+447911123456", properties: { mobile: "07911 123456" } });
    made.learn(withRequest(body));
    expect(made.mask(withRequest(body)).request.body).toBe(body);
  });
});

test.each(["+44 (0) 20 7946-0018", "0044 20 7946 0018", "00442079460018"])(
  "%s is +442079460018, wherever that is",
  (written) => {
    const [[phone] = [], [, mobile] = []] = masked(["+442079460018", "x"], ["+12025550123", written]);
    expect(digitsOf(mobile?.replace("(0)", "")).replace(/^00/, "")).toBe(digitsOf(phone));
    expect(mobile?.replace(/\d/g, "0")).toBe(written.replace(/\d/g, "0"));
  },
);
