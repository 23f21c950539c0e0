import { describe, expect, test } from "vitest";
import { maskedBody } from "../masker.fixture.ts";

function masked(body: string): string {
  return String(maskedBody(body));
}

/** The text with another name in the place of Petra. */
function formOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("Petra", "(?!Petra)[A-Z][a-z]{4}")}$`);
}

describe("what stands behind a personal name is masked in", () => {
  test.each([
    ["Python's dictionary", "{'data': {'attributes': {'first_name': 'Petra', 'vip': True, 'tags': ['a', None]}}}"],
    ["Python's dictionary with both quotes", `{'first_name': 'Petra', 'note': "it's hers", 'x': 1}`],
    ["a dictionary of Python 2", "{u'first_name': u'Petra', 1: 'a'}"],
    ["the text of Python's bytes", `b'{"first_name": "Petra"}'`],
    ["JSON in single quotes, as a shell leaves it", `'{"first_name": "Petra"}'`],
    ["an object with bare names", '{first_name: "Petra", $n : 1, "last-name": "", }'],
    ["an object with bare names and single quotes", "{ first_name : 'Petra' }"],
    ["JSON after a comment", '// note\n{"first_name": "Petra"}'],
    ["JSON after several comments", '  # don\'t\n/* "x */ // y\n\n[{"first_name": "Petra"}]'],
    ["single quotes that are cut off", "{'first_name': 'Petra"],
    ["JSON with an apostrophe in the wrong place", `{"a": 'tis, "first_name": "Petra", "b": "it's"}`],
    ["JSON with a single apostrophe that opens nothing", `{"a": 'tis, "first_name": "Petra"}`],
  ])("%s, and all else stays", (_what, body) => {
    expect(masked(body)).toMatch(formOf(body));
  });

  test("such text in a property", () => {
    const note = "{'first_name': 'Petra'}";
    const more = '{first_name: "Petra"}';
    expect(JSON.parse(masked(JSON.stringify({ note, more })))).toEqual({
      note: expect.stringMatching(formOf(note)),
      more: expect.stringMatching(formOf(more)),
    });
  });
});

test("an apostrophe and a quote within single quotes are read and written with their escapes", () => {
  expect(masked(String.raw`{'last_name': 'O\'Leary "Jo" \u00e9'}`)).toMatch(
    /^\{'last_name': '[A-Z]\\'(?!Leary)[A-Z][a-z]{4} \\"(?!Jo)[A-Z][a-z]\\" \\u00[\da-f]{2}'\}$/,
  );
});

test("a comment is searched like any text", () => {
  expect(masked('// for jane.doe@shop.test\n{"a": 1}')).toMatch(/^\/\/ for user-[\da-f]+@masked\.example\n\{"a": 1\}$/);
});

test.each(["{name}, welcome", "'tis {first_name}", "# heading", "// {", "{a: 1, b: [true, None]}"])(
  "%s has nothing personal and stays",
  (body) => {
    expect(masked(body)).toBe(body);
  },
);
