import fc from "fast-check";
import { expect, test } from "vitest";
import { anyExchange } from "../../formats/session/exchanges.fixture.ts";
import { readPointerPattern } from "../pattern/pointerPattern.ts";
import { createMasker } from "./createMasker.ts";
import { eventExchange } from "./exchange.fixture.ts";

const segment = fc.oneof(
  fc.constantFrom("*", "**", "~2", "~0~1", "__proto__", "data", "attributes", "email", "0", "-", "", "~", "a*b"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const pattern = fc.oneof(
  fc.array(segment, { maxLength: 70 }).map((names) => names.map((name) => `/${name}`).join("")),
  fc.string({ unit: "binary" }),
);
const patterns = fc.array(pattern, { maxLength: 4 });

const shapeOf = ({ request, response, native }: ReturnType<typeof eventExchange>) => [
  request.method,
  request.headers.length,
  response?.status,
  native.length,
];

test("any text is read as a pattern or refused with its place, and every pattern masks any exchange to one of its shape", () => {
  fc.assert(
    fc.property(patterns, patterns, anyExchange, (keep, add, exchange) => {
      const isRead = (text: string): boolean => {
        const read = readPointerPattern(text);
        if (!read.ok) {
          expect(read.at).toBeLessThanOrEqual(text.length);
          expect(read.message).toMatch(/[.:]/u);
        }
        return read.ok;
      };
      const masker = createMasker({ secret: "s", keep: keep.filter(isRead), add: add.filter(isRead) });
      for (const each of [exchange, eventExchange()]) masker.learn(each);
      for (const each of [exchange, eventExchange()]) expect(shapeOf(masker.mask(each))).toEqual(shapeOf(each));
    }),
    { numRuns: 500 },
  );
});
