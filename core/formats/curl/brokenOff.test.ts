import fc from "fast-check";
import { expect, test } from "vitest";
import { curlCommand } from "../export/curl/curlCommand.ts";
import { scriptHead } from "../export/curl/curlScript.ts";
import { parseCurls } from "./parseCurls.ts";

interface Told {
  readonly line: number;
  readonly path: string | undefined;
  readonly said: string | undefined;
}

function readAll(text: string): Told[] {
  return [...parseCurls(text)].map(({ line, read, note }) => ({
    line,
    path: read.ok ? read.request.path : undefined,
    said: read.ok ? note : read.message,
  }));
}

const first = "curl 'http://x/a' \\\n  -d '1'\n\n";

test.each([
  ["a body in single quotes", 'curl http://x/b \\\n  -d \'{"a": ', "the ' on line 5 is never closed"],
  ["a body in double quotes", 'curl http://x/b -d "{a', 'the " on line 4 is never closed'],
  ["a body of a browser's copy", "curl http://x/b \\\n --data-raw $'it\\'s", "the ' on line 5 is never closed"],
  [
    "a here-document",
    "curl http://x/b -d @- <<'EOF'\n{\n",
    'the here-document that line 4 announces has no line "EOF"',
  ],
  ["one that is piped", "cat <<EOF | curl http://x/b -d @-\n{\nEO", "the here-document that line 4 announces"],
  ["a line that goes on, without its end", "curl http://x/b \\", "the \\ at the end of line 4 goes on"],
  ["a line that goes on", "curl http://x/b \\\n  -H 'a: b' \\\n \n", "the \\ at the end of line 5 goes on"],
  ["an option", "curl http://x/b -X POST -H", "its last option has no value"],
])("bash: a text that is cut off in %s is read as far as it goes, and told with the line", (_what, cut, said) => {
  const [whole, broken, ...others] = readAll(first + cut);
  expect([whole, others]).toEqual([{ line: 1, path: "/a", said: undefined }, []]);
  expect(broken).toMatchObject({ line: 4, path: "/b" });
  expect(broken?.said).toMatch(/^It breaks off: .*\. What there is of it was read; complete the command/);
  expect(broken?.said).toContain(said);
});

test.each([
  ["what is printed for a command", "printf %s '/wD+/wD", "the ' on line 4 is never closed"],
  ["a pipe", "printf %s '/wD+' | base64 -d |\n", "the pipe at the end of line 4"],
  ["a substitution", "curl http://x/b -d $(cat a", "the $( on line 4 is never closed"],
  ["its address", "curl -X POST \\\n", "the \\ at the end of line 4"],
])("bash: what is cut off in %s is told and not read", (_what, cut, said) => {
  const [whole, broken] = readAll(first + cut);
  expect(whole).toEqual({ line: 1, path: "/a", said: undefined });
  expect(broken).toMatchObject({ line: 4, path: undefined });
  expect(broken?.said).toContain(said);
});

test.each([
  [
    "cmd.exe, quote",
    'curl ^"http://x/a^" ^\r\n  -d ^"1^" &\r\ncurl ^"http://x/b^" ^\r\n  -d ^"^{^\\^"a',
    "open at the end of line 4",
  ],
  [
    "cmd.exe, caret",
    'curl ^"http://x/a^" ^\r\n  -d ^"1^" &\r\ncurl ^"http://x/b^" ^\r\n',
    "the ^ at the end of line 3",
  ],
  [
    "PowerShell, quote",
    "curl.exe 'http://x/a' `\n  -d '1'\ncurl.exe 'http://x/b' -d '{",
    "the ' on line 3 is never closed",
  ],
  ["PowerShell, here-string", "curl.exe http://x/a `\n  -d 1\ncurl.exe http://x/b -d @'\n{\n", "the @' on line 3"],
  ["PowerShell, backtick", "curl.exe http://x/a `\n  -d 1\ncurl.exe http://x/b `\n", "the ` at the end of line 3"],
])("%s: a text that is cut off is told with the line", (_what, text, said) => {
  const [whole, broken] = readAll(text);
  expect(whole).toEqual({ line: 1, path: "/a", said: undefined });
  expect(broken?.path).toBe("/b");
  expect(broken?.said).toContain(said);
});

test("a command that is not closed takes no whole one with it, whatever stands in their bodies", () => {
  const lines = [
    "printf %s '/wD+' | base64 -d |\ncurl http://x/a --data-binary @-",
    "curl http://x/b -d 'one\ncurl is a tool, it'\\''s\ncurl again'",
    "curl http://x/c -d 'never closed",
    "curl http://x/d -d @- <<EOF\ncurl\nEOF",
    "printf %s '/wD+' | base64 -d |\ncurl http://x/e --data-binary @-",
  ];
  const told = readAll(lines.join("\n\n"));
  expect(told.map(({ path }) => path)).toEqual(["/a", "/b", "/c", "/d", "/e"]);
  expect(told.filter(({ said }) => said !== undefined)).toMatchObject([{ path: "/c", line: 8 }]);
});

test("the backslash that a text ends with is sent nowhere, and one that a body ends with is", () => {
  const bodyOf = (text: string) => [...parseCurls(text)].map(({ read }) => read.ok && read.request.body);
  for (const end of ["\\", " \\", " \\\n", "\\\n\n"]) {
    expect(bodyOf(`curl http://x/ -d 'a\\'${end}`)).toEqual(["a\\"]);
  }
});

test("an apostrophe in prose, a doubled backslash and a pipe within a text break nothing off", () => {
  for (const text of ["curl http://x/a -d 1\n\nthat's it\n", "curl http://x/a -d '1|'", "curl http://x/a -d 1\\\\\n"]) {
    expect(readAll(text)).toEqual([{ line: 1, path: "/a", said: undefined }]);
  }
});

const sent = fc.record({
  method: fc.constantFrom("POST", "GET"),
  path: fc.stringMatching(/^\/[a-z]{1,9}$/),
  headers: fc.constant([["Content-Type", "application/json"] as const]),
  body: fc.oneof(
    fc.json(),
    fc.constantFrom("it's\n\ncurl http://y/ -d '1'\n", "a\0b'", "\\"),
    fc.uint8Array({ minLength: 1 }).map((each) => ({ base64: Buffer.from(each).toString("base64") })),
  ),
});

test("of an exported script that is cut anywhere, every command before the cut is read as it is, and the one in a quote is told", () => {
  fc.assert(
    fc.property(
      fc.array(sent, { minLength: 1, maxLength: 4 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (all, share) => {
        const commands = all.map((each) => `\n# request\n${curlCommand(each, "http://h")}\n`);
        const script = scriptHead("KEY", "Requests") + commands.join("");
        const cut = script.slice(0, Math.floor(share * script.length));
        let end = scriptHead("KEY", "Requests").length;
        let whole = 0;
        for (const { length } of commands) {
          end += length;
          if (end <= cut.length + 1) whole += 1;
        }
        const read = [...parseCurls(cut)];
        expect(read.slice(0, whole)).toEqual([...parseCurls(script)].slice(0, whole));
        const rest = cut.slice(script.length - commands.slice(whole).join("").length);
        const isInQuote = rest.replaceAll("\\'", "").split("'").length % 2 === 0;
        const told = read.slice(whole).map((each) => each.note ?? (each.read.ok ? undefined : each.read.message));
        if (isInQuote) expect(told).toEqual([expect.stringMatching(/is never closed/)]);
      },
    ),
    { numRuns: 300 },
  );
});
