import { expect, test } from "vitest";
import { standardAttributes } from "../../../native/fields.ts";
import { fieldFrames, memberFrame } from "./FieldFrame.ts";
import { maskedFields, maskedPlaces, personPlaces } from "./maskedFields.ts";

const frames = fieldFrames([], []);

/** The treatment of a place; "*" and "**" of a pattern stand for names that mean nothing. */
function treatmentAt(document: "klaviyo" | "native", pattern: string) {
  const tokens = pattern.split("/").slice(1);
  return tokens.reduce((frame, token) => memberFrame(frame, token.replace(/^\*+$/, "0")), frames[document]).treatment;
}

const rows = personPlaces.flatMap((place) =>
  maskedFields
    .filter(({ document }) => document === place.document)
    .map(({ document, below, kind }) => ({ document, pattern: place.pattern + below, kind })),
);

test.each([...rows, ...maskedPlaces.filter(({ kind }) => kind !== null)])(
  "$pattern of $document bodies is masked as $kind",
  ({ document, pattern, kind }) => {
    expect(treatmentAt(document, pattern)).toMatchObject({ what: "mask", kind });
  },
);

test.each([
  "/data/type",
  "/data/attributes/metric/data/attributes/name",
  "/data/attributes/value",
  "/data/attributes/time",
  "/data/attributes/unique_id",
  "/data/attributes/profile/data/attributes/locale",
  "/data/attributes/profile/data/attributes/location/country",
  "/data/attributes/profile/data/attributes/location/timezone",
  "/data/attributes/profile/data/attributes/properties/items/0/name",
])("%s of Klaviyo bodies is searched like any text", (pattern) => {
  expect(treatmentAt("klaviyo", pattern)).toMatchObject({ what: "search" });
});

test("of the standard attributes those that many people share stay", () => {
  const kept = standardAttributes.filter((name) => treatmentAt("native", `/attributes/${name}`).what === "search");
  expect(kept).toEqual(["title", "locale", "region", "country", "timezone"]);
});
