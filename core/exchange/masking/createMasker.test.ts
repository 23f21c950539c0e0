import { describe, expect, test } from "vitest";
import type { Body, Headers } from "../exchange.ts";
import { eventExchange } from "./exchange.fixture.ts";
import { attributesAfter, maskedBody, masker, profileBody, withRequest } from "./masker.fixture.ts";

describe("one person", () => {
  const { request, native, response } = masker().mask(eventExchange());
  const profile = JSON.parse(String(request.body)).data.attributes.profile.data.attributes;

  test("is someone else, of the same form", () => {
    expect(profile).toEqual({
      email: expect.stringMatching(/^user-[\da-f]{8}@masked\.example$/),
      phone_number: expect.stringMatching(/^\+1\d{3}55501\d\d$/),
      external_id: expect.stringMatching(/^[a-z]{4}-\d{5}-[A-Z]$/),
      first_name: expect.stringMatching(/^(?!Jane)[A-Z][a-z]{3}$/),
      last_name: expect.stringMatching(/^(?!Doeringer)[A-Z][a-z]{8}$/),
      location: {
        address1: expect.stringMatching(/^\d\d [A-Z] \d\d[a-z]{2} [A-Z][a-z]$/),
        city: expect.stringMatching(/^(?!Springfield)[A-Z][a-z]{10}$/),
        zip: expect.stringMatching(/^(?!10017)[1-9]\d{4}$/),
        country: "United States",
        ip: expect.stringMatching(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/),
      },
    });
  });

  test("is the same one in native calls, answers and text", () => {
    for (const body of [native[0]?.request.body, native[0]?.response?.body, response?.body]) {
      expect(body).toContain(profile.email);
      expect(body).toContain(profile.phone_number);
      expect(body).toContain(profile.external_id);
    }
    const area = profile.phone_number.slice(2, 5);
    expect(native[0]?.request.body).toContain(`Call ${profile.first_name} Doe at +1 (${area}) 555-01`);
  });

  test("is another one with another secret", () => {
    const other = masker({ secret: "two" }).mask(eventExchange());
    expect(other.request.body).not.toContain(profile.email);
    expect(masker().mask(eventExchange()).request.body).toBe(request.body);
  });

  test("leaves the key's fingerprint, the ids this side made and the length of bodies right", () => {
    expect(request.headers).toEqual([
      ["Authorization", "Klaviyo-API-Key ps_test_#3f9a1c0b77de"],
      ["Content-Type", "application/json"],
      ["Content-Length", String(new TextEncoder().encode(String(request.body)).length)],
    ]);
    expect(native[0]?.response?.body).toContain('"id":"evt_1","profile_id":"prof_1"');
  });
});

test("a name that a later exchange has in a field is masked in the text of an earlier one that was learned with it", () => {
  const earlier = withRequest("Ordered by Wilhelmina yesterday");
  const later = withRequest(profileBody({ first_name: "Wilhelmina" }));
  const made = masker();
  for (const exchange of [earlier, later]) made.learn(exchange);
  expect(made.mask(earlier).request.body).toMatch(/^Ordered by (?!Wilhelmina)[A-Z][a-z]{9} yesterday$/);
});

test("a name in capitals or small letters is masked in text as well", () => {
  const { first_name, note } = attributesAfter({ first_name: "Wilhelmina", note: "WILHELMINA, wilhelmina" });
  expect(note).toBe(`${String(first_name).toUpperCase()}, ${String(first_name).toLowerCase()}`);
});

test("a name, an address or a city is masked in text in whatever letter case it is written", () => {
  const location = { address1: "742 Evergreen Terrace", city: "SPRINGFIELDIA" };
  const note = "JANE of 742 EVERGREEN TERRACE, springfieldia; 742 evergreen terrace, Springfieldia";
  const masked = attributesAfter({ last_name: "jane doering", location, note });
  expect(masked.note).not.toMatch(/jane|evergreen|terrace|springfieldia/i);
  const { address1, city } = JSON.parse(JSON.stringify(masked.location));
  expect(String(masked.note).toLowerCase()).toContain(`${address1}, ${city}; ${address1}, ${city}`.toLowerCase());
  expect(masked.note).toContain(`${address1.toUpperCase()}, ${city.toLowerCase()};`);
});

test("spellings of one address that differ in case stay spellings of one address", () => {
  const { a, b, c } = attributesAfter({ a: "kim@shop.test", b: "KIM@SHOP.TEST", c: "Kim@Shop.test" });
  expect(b).toBe(String(a).toUpperCase());
  expect(c).toBe(`U${String(a).slice(1)}`);
});

describe("exact bodies", () => {
  test("everything but the value stays byte for byte", () => {
    const written = (email: string): string =>
      ` {\r\n\t"b" : 1.0 ,"a":[ -0,12345678901234567890 , "caf\\u00e9 \\/ x"], "a":2,"email"\t:"${email}"}\n`;
    const body = String(maskedBody(written("jane.doe@shop.test")));
    const [email = ""] = /user-[\da-f]+@masked\.example/.exec(body) ?? [];
    expect(email).not.toBe("");
    expect(body).toBe(written(email));
  });

  test.each([
    '{"plain":[1,2,"three"],"__proto__":{"x":1}}',
    "",
    "no JSON at all",
    "[1.0,",
    '{"data":{"type":"profile","attributes":{"title":"Regional Manager"}}}',
  ])("%j has nothing personal and stays", (body) => {
    expect(maskedBody(body)).toBe(body);
  });

  test("a number stays a number", () => {
    const body = String(maskedBody('{"phone":14155552671,"external_id":12345678901234567890,"latitude":40.7128}'));
    expect(body).toMatch(/^\{"phone":1\d{3}55501\d\d,"external_id":[1-9]\d{19},"latitude":40\.\d{4}\}$/);
    expect(body).not.toContain("12345678901234567890");
  });

  test("a number that is known from elsewhere is masked where it stands with a sign or a fraction", () => {
    expect(maskedBody('{"a":-14155552671,"b":14155552671.50,"c":14155552670}')).toMatch(
      /^\{"a":-1\d{3}55501\d\d,"b":1\d{3}55501\d\d\.50,"c":14155552670\}$/,
    );
  });

  test("a body that ends too early is masked as far as it goes", () => {
    const body = maskedBody('{"data":{"attributes":{"first_name":"Ruprecht","email":"ruprecht\\u0040shop.te');
    expect(body).toMatch(/^\{"data":\{"attributes":\{"first_name":"(?!Ruprecht)[A-Z][a-z]{7}","email":"/);
    expect(body).not.toContain("uprecht");
  });

  test("a form is masked by the names of its fields", () => {
    expect(maskedBody("first_name=Ruprecht+M&email=jane.doe%40shop.test&order=1001")).toMatch(
      /^first_name=(?!Ruprecht)[A-Z][a-z]{7}\+[A-Z]&email=user-[\da-f]+%40masked\.example&order=1001$/,
    );
  });

  test("a name of a member that is an address is masked too", () => {
    expect(maskedBody('{"jane.doe@shop.test":1}')).toMatch(/^\{"user-[\da-f]+@masked\.example":1\}$/);
  });
});

test("headers, paths and their parameters are masked, credentials aside", () => {
  const headers: Headers = [
    ["Referer", "https://shop.test/?email=jane.doe%40shop.test"],
    ["X-Forwarded-For", "81.2.69.142, 2a00:1450:4001::200e"],
    ["X-Customer-Name", "Ruprecht"],
    ["Host", "127.0.0.1:8020"],
    ["Cookie", "key_#0123456789ab"],
  ];
  const path =
    '/api/profiles/01GDDKASAP8TKDDA2GRZDSVP4H?filter=equals(external_id,"ab12-x")&first_name=Ruprecht&page=2';
  const { request } = masker().mask(withRequest("", { headers, path }));
  const values = new Map(request.headers);
  expect(values.get("Referer")).toMatch(/^https:\/\/shop\.test\/\?email=user-[\da-f]+%40masked\.example$/);
  expect(values.get("X-Forwarded-For")).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+, 2001:db8:\S+$/);
  expect(values.get("X-Customer-Name")).toMatch(/^(?!Ruprecht)[A-Z][a-z]{7}$/);
  expect(values.get("Host")).toBe("127.0.0.1:8020");
  expect(values.get("Cookie")).toBe("key_#0123456789ab");
  expect(request.path).toMatch(
    /^\/api\/profiles\/(?!01GDDKAS)0[\dA-Z]{25}\?filter=equals\(external_id,"(?!ab12)[a-z]{2}\d\d-[a-z]"\)&first_name=(?!Ruprecht)[A-Z][a-z]{7}&page=2$/,
  );
});

describe("bytes that are no text", () => {
  const base64 = (...parts: (string | number[])[]): Body => ({
    base64: Buffer.concat(parts.map((part) => Buffer.from(part))).toString("base64"),
  });

  test("go as a whole when they hold a value", () => {
    expect(maskedBody(base64([0xff, 0xfe, 0], "jane.doe@shop.test"))).toEqual({ base64: "/".repeat(28) });
    expect(maskedBody(base64([0xff], Buffer.from("Doeringer", "utf16le").toJSON().data))).toEqual({
      base64: `${"/".repeat(24)}/w==`,
    });
  });

  test("go as a whole when they are compressed, for no one sees what they hold", () => {
    expect(maskedBody(base64([0x1f, 0x8b, 8, 0]))).toEqual({ base64: "/////w==" });
  });

  test("stay when they hold none", () => {
    const body = base64([0xff, 0xfe, 0], "nothing personal");
    expect(maskedBody(body)).toEqual(body);
  });
});

describe("names of properties", () => {
  test.each([
    ["firstName", "Ruprecht"],
    ["Shipping Address 1", "7 Elm Road"],
    ["billing_zip", "SW1A 1AA"],
    ["company", "Initech"],
    ["date_of_birth", "1985-04-12"],
    ["Customer Name", "Ruprecht Meier"],
    ["passport_number", "C01X00T47"],
    ["name", "Ruprecht Meier"],
  ])("%s tells that its value is personal", (name, value) => {
    expect(attributesAfter({ properties: { [name]: value } })).not.toMatchObject({ properties: { [name]: value } });
  });

  test.each([
    ["ProductName", "Blue Shirt"],
    ["email", "weekly"],
    ["phone", "yes"],
    ["order_id", "1234567890"],
    ["items", [{ name: "Blue Shirt", price: 9.5 }]],
    ["address", { country: "Austria", type: "home" }],
    ["user_agent", "Chrome/120.0.0.0"],
    ["created", "2026-01-15T10:31:02+00:00"],
    ["url", "http://127.0.0.1:8020/x"],
  ])("%s tells no such thing of its value", (name, value) => {
    expect(attributesAfter({ properties: { [name]: value } })).toEqual({ properties: { [name]: value } });
  });

  test("a date of birth becomes another date that exists", () => {
    const { properties } = attributesAfter({ properties: { birthday: "1985-02-28", dob: "28/02/1985" } });
    expect(properties).toEqual({
      birthday: expect.stringMatching(/^19(?:7[5-9]|8[0-4])-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-2])$/),
      dob: expect.stringMatching(/^(?:0[1-9]|1[0-2])\/(?:0[1-9]|1[0-2])\/19(?:7[5-9]|8[0-4])$/),
    });
  });
});

test("a short or common name is masked in its field and left in other text", () => {
  const body = profileBody({ first_name: "Al", last_name: "Profile", properties: { note: "Al wrote to Profile" } });
  const made = masker();
  const masked = JSON.parse(String(made.mask(withRequest(body)).request.body)).data;
  expect(masked.type).toBe("profile");
  expect(masked.attributes.first_name).toMatch(/^(?!Al)[A-Z][a-z]$/);
  expect(masked.attributes.last_name).toMatch(/^(?!Profile)[A-Z][a-z]{6}$/);
  expect(masked.attributes.properties.note).toBe("Al wrote to Profile");
  expect([...made.originals()]).toEqual([]);
});

test("the preview counts what is masked by kind", () => {
  const made = masker();
  made.mask(withRequest(profileBody({ email: "ann@shop.test", first_name: "Ruprecht", note: "ann@shop.test" })));
  expect(made.describe()).toEqual([
    { kind: "email", what: "Email addresses become user-…@masked.example.", values: 1, places: 2 },
    { kind: "name", what: "Names of people keep their length and letter case, word by word.", values: 1, places: 1 },
  ]);
});

test("masking takes time in proportion to a hostile text", () => {
  const hostile = [
    "a@".repeat(50_000),
    `${"a.".repeat(50_000)}@`,
    `+1${" (".repeat(50_000)}`,
    "1".repeat(100_000),
    "V".repeat(100_000),
    JSON.stringify("jane.doe@shop.test ".repeat(150_000)),
    ":".repeat(100_000),
    "%25".repeat(30_000),
    "\\".repeat(100_000),
    '{"a":'.repeat(20_000),
    `"${"\\u0041".repeat(20_000)}`,
    "pk_".repeat(30_000),
    "pk_a-pk_".repeat(10_000),
    "xpk_abcdef pk_abcdef ".repeat(5000),
    `{${"' ".repeat(50_000)}`,
    `{${"'\\' ".repeat(30_000)}`,
    `{${"''  ".repeat(25_000)}`,
    `{'${" ".repeat(100_000)}' x`,
    `{${"b'".repeat(50_000)}`,
    "{a:".repeat(30_000),
    `${"//\n".repeat(30_000)}{`,
    `${"/**/ ".repeat(20_000)}x`,
    `${"\n".repeat(100_000)}/`,
    `${"#\n  ".repeat(20_000)}#`,
  ];
  const start = performance.now();
  for (const text of hostile) expect(maskedBody(text)).toBeTypeOf("string");
  expect(performance.now() - start).toBeLessThan(20_000);
});
