/** The kinds of personal data that masking tells apart, each with what becomes of it. The preview of an export shows these words. */
export const maskedKinds = {
  email: "Email addresses become user-…@masked.example.",
  phone: "Phone numbers keep country and length and move to a range that no one is called on.",
  name: "Names of people keep their length and letter case, word by word.",
  address: "Addresses, postal codes and organizations keep their shape: a letter for a letter, a digit for a digit.",
  ip: "IP addresses move to the ranges that are reserved for documentation.",
  id: "Ids of people keep their length and their classes of characters.",
  birth: "Dates of birth become other dates in the same form.",
  key: "Keys, passwords and other secrets keep their form and open nothing.",
  card: "Card numbers become numbers that no card has and that still pass the checksum.",
  link: "Addresses of pictures move to masked.example.",
  coordinate: "Coordinates keep whole degrees.",
  custom: "What a pattern names keeps its shape.",
} as const;

export type MaskedKind = keyof typeof maskedKinds;
