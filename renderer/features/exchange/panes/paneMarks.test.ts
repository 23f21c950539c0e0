import { expect, test } from "vitest";
import { localPointer, type MarkedPane, paneMarks } from "./paneMarks.ts";

const model: MarkedPane = { pane: "klaviyo-request", base: "/data/attributes/profiles/data/1" };
const finding = { severity: "warning", code: "no-native-field", message: "It is lost." } as const;

test("a pointer counts from what the pane shows", () => {
  expect(localPointer(model, `${model.base}/id`)).toBe("/id");
  expect(localPointer(model, model.base)).toBe("");
  expect(localPointer(model, "/data/attributes/profiles/data/12/id")).toBeUndefined();
});

test("lost and refused fields are underlined in the request, assumed ones are not", () => {
  const marks = paneMarks(model, undefined, [
    { ...finding, kind: "lost", pointer: `${model.base}/a` },
    { ...finding, kind: "refused", pointer: `${model.base}/b` },
    { ...finding, kind: "assumed", pointer: `${model.base}/c` },
  ]);
  expect(marks).toEqual([
    { pointer: "/a", kind: "warn", title: "It is lost." },
    { pointer: "/b", kind: "bad", title: "It is lost." },
  ]);
});

test("of a way each pane marks its own places", () => {
  const trace = {
    places: [
      { pane: "klaviyo-request", pointer: `${model.base}/email` },
      { pane: "native-request", pointer: "/0/email" },
    ],
    links: [],
  } as const;
  expect(paneMarks(model, trace, [])).toEqual([{ pointer: "/email", kind: "trace" }]);
});
