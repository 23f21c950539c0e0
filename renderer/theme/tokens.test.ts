import { expect, test } from "vitest";
import { textPairs, tokenProperty, tokens } from "./tokens.ts";

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("black on white has the contrast that WCAG gives it", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
});

test.each(["light", "dark"] as const)(
  "each text on each surface it stands on has 4.5 : 1 in the %s theme",
  (scheme) => {
    const weak = textPairs
      .map(([text, surface]) => ({ text, surface, ratio: contrast(tokens[text][scheme], tokens[surface][scheme]) }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  },
);

test("a token's custom property is its name in kebab case", () => {
  expect(tokenProperty("textDim")).toBe("--wb-text-dim");
});
