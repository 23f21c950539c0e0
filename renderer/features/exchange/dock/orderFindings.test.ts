import { expect, test } from "vitest";
import type { FindingKind } from "../../../../core/translation/finding.ts";
import { orderFindings } from "./orderFindings.ts";

const finding = (kind: FindingKind, pointer: string) =>
  ({ severity: "info", code: "x", message: "", kind, pointer }) as const;

test("what refuses and what is lost come first, the rest in the order of the request", () => {
  const ordered = orderFindings([
    finding("assumed", "/a"),
    finding("advice", "/b"),
    finding("lost", "/c"),
    finding("assumed", "/d"),
    finding("refused", "/e"),
    finding("lost", "/f"),
  ]);
  expect(ordered.map(({ pointer }) => pointer)).toEqual(["/e", "/c", "/f", "/b", "/a", "/d"]);
});
