import { describe, expect, test } from "vitest";
import { attributesAfter, masker, profileBody, withRequest } from "../masker.fixture.ts";

function textAfter(text: string): string {
  const { properties } = attributesAfter({ properties: { text } });
  return JSON.parse(JSON.stringify(properties)).text;
}

describe("the parameters of an address in a text", () => {
  test.each([
    [
      "https://shop.test/reset?a=1&token=s3cr3tValue9#x",
      /^https:\/\/shop\.test\/reset\?a=1&token=(?!s3cr)[a-z\dA-Z]{12}#x$/,
    ],
    ["/cart?key=0a1b2c3d4e5f&x=2", /^\/cart\?key=(?!0a1b)[\da-f]{12}&x=2$/],
    ["go to https://x.test/#access_token=abcdef123456 now", /#access_token=(?!abcdef)[a-z]{6}\d{6} now$/],
    [
      "https://x.test/?first_name=Zo%C3%AB+Ann&n=1",
      /\?first_name=(?!Zo)[A-Z][a-z](?:%C3%[A-F\d]{2})\+(?!Ann)[A-Z][a-z]{2}&n=1$/,
    ],
    ['<a href="https://x.test/?q=1&amp;_kx=AbCdEf12345">', /&amp;_kx=(?!AbCd)[A-Z][a-z][A-Z][a-z][A-Z][a-z]\d{5}">$/],
    ["https://x.test/?next=https%3A%2F%2Fy.test%2F%3Ftoken%3Ds3cr3tValue9", /%3Ftoken%3D(?!s3cr)[a-z\dA-Z]{12}$/],
  ])("%s", (text, form) => {
    expect(textAfter(text)).toMatch(form);
  });

  test.each([
    "https://shop.test/products?name=Blue&utm_source=mail&page=2",
    "https://shop.test/?token=ps_test_%233f9a1c0b77de",
    "a=1&token=abcdef123456",
  ])("%s stays", (text) => {
    expect(textAfter(text)).toBe(text);
  });

  test("are the same as elsewhere, and stay where the text is kept", () => {
    const attributes = { external_id: "cust-48213", properties: { url: "https://x.test/?customer_id=cust-48213" } };
    const after = attributesAfter(attributes);
    expect(JSON.stringify(after.properties)).toContain(`?customer_id=${after.external_id}`);
    const made = masker({ keep: ["/data/attributes/properties/url"] });
    const exchange = withRequest(profileBody({ properties: { url: "https://x.test/?token=s3cr3tValue9" } }));
    made.learn(exchange);
    expect(made.mask(exchange).request.body).toBe(exchange.request.body);
  });
});

test("Klaviyo's id of a person is masked in an answer that has it in an address as well", () => {
  const id = "01GDDKASAP8TKDDA2GRZDSVP4H";
  const links = { self: `https://a.klaviyo.com/api/profiles/${id}/` };
  const body = JSON.stringify({ data: { type: "profile", id, links } });
  const made = masker();
  const answered = { ...withRequest(""), response: { status: 201, headers: [], body } };
  made.learn(answered);
  const { data } = JSON.parse(String(made.mask(answered).response?.body));
  expect(data.id).not.toBe(id);
  expect(data.links.self).toBe(`https://a.klaviyo.com/api/profiles/${data.id}/`);
});
