/** Arbitrary people, as their data stands in a Klaviyo profile: every value is valid. */
import fc from "fast-check";

const word = (least: number) => fc.stringMatching(new RegExp(`^[A-Z][a-z]{${least},9}$`));
const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z\d._+-]{0,12}[a-z\d]$/), fc.stringMatching(/^[a-z]{3,12}\.(?:test|co\.uk|shop)$/))
  .map(([local, domain]) => `${local.replace(/\.{2,}/g, ".")}@${domain}`);
const phone = fc.stringMatching(/^\+(?:1[2-9]\d{9}|44\d{10}|49\d{10}|61\d{9}|290\d{5}|86\d{11})$/);
const externalId = fc.oneof(fc.uuid(), fc.stringMatching(/^cust_[A-Z\d]{8,20}$/), fc.stringMatching(/^\d{9,18}$/));

export const person = fc.record(
  {
    email: fc.oneof(
      email,
      email.map((address) => address.toUpperCase()),
    ),
    phone_number: phone,
    external_id: externalId,
    first_name: fc.oneof(
      word(3),
      fc.stringMatching(/^[А-Я][а-я]{4,8}$/),
      fc.constantFrom("Zoë", "花子", "O'Brien", "Al"),
    ),
    last_name: word(3),
    organization: fc.tuple(word(4), word(4)).map((words) => words.join(" ")),
    location: fc.record(
      { address1: fc.tuple(fc.nat(999), word(4)).map(([number, street]) => `${number} ${street} St`), ip: fc.ipV4() },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["email"] },
);
