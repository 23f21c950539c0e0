import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Body } from "../../exchange/exchange.ts";
import { curl } from "../copyAs/curl.ts";
import { parseCurls } from "./parseCurls.ts";

function bodies(text: string): Body[] {
  return [...parseCurls(text)].map(({ read }) => (read.ok ? read.request.body : read.message));
}

function only(text: string) {
  const [first, ...more] = parseCurls(text);
  if (!first?.read.ok || more.length > 0) throw new Error(JSON.stringify([first, ...more]));
  return first.read.request;
}

describe("several commands", () => {
  it("reads each, with the line on which it starts", () => {
    const text =
      "# events\ncurl http://x/a -d 1\n\n$ curl http://x/b \\\n  -d 2\nfor i in 1 2; do\n  curl http://x/c -d 3\ndone\n";
    expect([...parseCurls(text)].map(({ line, read }) => [line, read.ok && read.request.path])).toEqual([
      [2, "/a"],
      [4, "/b"],
      [7, "/c"],
    ]);
  });

  it("separates the requests of --next and takes one for each address", () => {
    expect(bodies("curl http://x/a -d 1 --next http://x/b -d 2 http://x/c")).toEqual(["1", "2", "2"]);
  });

  it("finds them between prose with apostrophes", () => {
    const text =
      "Here's what curl sends:\n\n$ curl http://x/a \\\n  -d '{\"a\": 1}'\n\nand here's the other\n\ncurl http://x/b -d 2\nthat's it";
    expect([...parseCurls(text)].map(({ line, read }) => [line, read.ok && read.request.body])).toEqual([
      [3, '{"a": 1}'],
      [8, "2"],
    ]);
  });

  it("reads what a browser copies of all its requests", () => {
    expect(bodies("curl 'http://x/a' \\\n  --data-raw '1' ;\ncurl 'http://x/b' \\\n  --data-raw '2'")).toEqual([
      "1",
      "2",
    ]);
    expect(
      bodies('curl ^"http://x/a^" ^\r\n  --data-raw ^"1^" &\r\ncurl ^"http://x/b^" ^\r\n  --data-raw ^"2^"'),
    ).toEqual(["1", "2"]);
  });
});

describe("what a body is made of", () => {
  it("takes standard input from echo, cat and a here-string, with and without its line ends", () => {
    expect(bodies("echo '{\"a\": 1}' | curl http://x/ -d @-")).toEqual(['{"a": 1}']);
    expect(bodies("cat <<'EOF' | curl http://x/ -d @-\n{\n  1\n}\nEOF\n")).toEqual(["{  1}"]);
    expect(bodies("echo 1 | cat - | curl http://x/ -d @-")).toEqual(["1"]);
    expect(bodies("curl http://x/ --json @- <<'EOF'\n{\n  1\n}\nEOF\n")).toEqual(["{\n  1\n}\n"]);
    expect(bodies("curl http://x/ --data-binary @- <<< 'a'")).toEqual(["a\n"]);
    expect(bodies("printf %s 'a\\n' |\ncurl http://x/ --data-binary @-")).toEqual(["a\\n"]);
  });

  it("takes bytes that base64 decodes and escapes that printf resolves, which are no text or hold a NUL", () => {
    expect(bodies("printf %s '/wD+' | base64 -d |\ncurl http://x/ --data-binary @-")).toEqual([{ base64: "/wD+" }]);
    expect(bodies("echo 'eyJhIjoxfQ==' | base64 --decode | curl http://x/ -d @-")).toEqual(['{"a":1}']);
    expect(bodies("base64 -D <<< 'e30=' | curl http://x/ --json @-")).toEqual(["{}"]);
    expect(bodies("printf %b 'a\\0000b\\\\n\\\\0000\\t' | curl http://x/ --data-binary @-")).toEqual([
      "a\0b\\n\\0000\t",
    ]);
  });

  it("refuses bytes that an option would change, and what it cannot decode", () => {
    const bytes = "printf %s '/wD+' | base64 -d | curl http://x/";
    for (const options of ["-d @-", "--data-binary @- -d a=1", "--data-urlencode @-", "-G --data-binary @-"]) {
      expect(bodies(`${bytes} ${options}`)[0]).toMatch(/^The body is bytes that are no text/);
    }
    for (const printed of ["printf %s 'no!' | base64 -d", "base64 -d x", "printf %b 'a\\c'", "printf %b '\\0377'"]) {
      expect(bodies(`${printed} | curl http://x/ --data-binary @-`)[0]).toMatch(/^The body comes from another program/);
    }
  });

  it("refuses what only a shell or a disk could tell, and says what to do", () => {
    expect(bodies("jq . x.json | curl http://x/ -d @-")[0]).toMatch(/^The body comes from another program/);
    expect(bodies('curl http://x/ -d "{\\"a\\": \\"$NAME\\"}"')[0]).toMatch(
      /^The shell would replace \$NAME in what is sent/,
    );
    expect(bodies('curl "http://x/$ID" -d 1')[0]).toMatch(/^The shell would replace \$ID in the path/);
    expect(bodies("curl http://x/ -F file=@a.json")[0]).toMatch(/^The command sends a form/);
    expect(bodies("curl http://x/ --data-urlencode name@a.txt")[0]).toMatch(/^The body is in the file a.txt/);
  });

  it("keeps a variable that names the host or the key", () => {
    const request = only('curl "$BASE_URL/api/events" -H "Authorization: Klaviyo-API-Key $KEY" -d {}');
    expect(request).toMatchObject({ host: "$BASE_URL", path: "/api/events" });
    expect(request.headers[0]).toEqual(["Authorization", "Klaviyo-API-Key $KEY"]);
  });

  it("signs in with -u, takes a header away, sends an empty one", () => {
    expect(only("curl -u jane:pässword http://x/ -d 1 -H 'Content-Type:' -H 'X-Empty;'").headers).toEqual([
      ["X-Empty", ""],
      ["Authorization", "Basic amFuZTpww6Rzc3dvcmQ="],
    ]);
    expect(only("curl -u jane:pw http://x/ -H 'authorization: Bearer t'").headers).toEqual([
      ["authorization", "Bearer t"],
    ]);
  });

  it("adds parameters to the address", () => {
    expect(only("curl http://x/v?a=1 --url-query 'b=2 3' --url-query +c=d").path).toBe("/v?a=1&b=2%203&c=d");
  });

  it("drops the fragment and the user of an address and encodes what a request line cannot hold", () => {
    expect(only("curl 'https://jane:pw@host:8020/api/profiles?name=Zoë Q#top'")).toMatchObject({
      host: "host:8020",
      path: "/api/profiles?name=Zo%C3%AB%20Q",
    });
  });
});

describe("cmd.exe", () => {
  it("reads what a browser copies: carets before everything, doubled backslashes, lines", () => {
    const text = [
      'curl ^"http://x/api/events?a=1^&b=2^" ^',
      '  -H ^"content-type: application/json^" ^',
      '  --data-raw ^"^{^\\^"name^\\^":^\\^"Jane ^\\^\\^\\^"J^\\^\\^\\^" ^%^TEMP^%^ ^\\^\\n^\\^",^',
      "",
      '^\\^"n^\\^":1^}^"',
    ].join("\r\n");
    expect(only(text)).toEqual({
      host: "x",
      method: "POST",
      path: "/api/events?a=1&b=2",
      headers: [["content-type", "application/json"]],
      body: '{"name":"Jane \\"J\\" %TEMP% \\n",\r\n"n":1}'.replace("\r\n", "\n"),
    });
  });

  it("reads plain and doubled quotes, a prompt, and ends at a pipe", () => {
    const text = 'C:\\Users\\jane>curl -d "{""a"":1}" ^\r\n "http://x/v1" | more';
    expect(only(text)).toMatchObject({ path: "/v1", body: '{"a":1}' });
  });
});

describe("PowerShell", () => {
  it("reads backticks, doubled quotes and backslashed quotes", () => {
    expect(only("curl.exe -X POST 'http://x/' `\n  -d '{\\\"a\\\":\\\"it''s\\\"}'").body).toBe('{"a":"it\'s"}');
    expect(only('curl.exe "http://x/" `\r\n --data-raw "{`"a`":""b`t""}"').body).toBe('{"a":"b\t"}');
    expect(only("PS C:\\> curl.exe http://x/ -d '{\"a\": 1}'").body).toBe('{"a": 1}');
  });

  it("reads here-strings as they are and refuses a variable", () => {
    expect(only('curl.exe http://x/ `\n  -d @\'\n{"a": "$1"}\n\'@').body).toBe('{"a": "$1"}');
    expect(bodies('curl.exe http://x/ `\n  -d "{`"a`": $n}"')[0]).toMatch(/^The shell would replace \$n/);
  });
});

const word = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", ""));
const headerName = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,12}$/).map((name) => `x-${name}`);
const headerValue = word.map((text) => text.replace(/[\r\n]/g, "").trim()).filter((text) => text !== "");
const pathText = fc.stringMatching(/^\/[a-zA-Z0-9/?&=%._~:@!$'()*+,;[\]{}-]{0,30}$/);

test("what is copied as curl is read back exactly, whatever it holds", () => {
  const source = fc.record({
    method: fc.constantFrom("POST", "GET", "PATCH"),
    path: pathText,
    headers: fc.array(fc.tuple(headerName, headerValue), { maxLength: 4 }),
    body: fc.oneof(word, fc.json(), fc.constantFrom("curl.exe 'x' `\n", '^"a^" ^\n', "@'\n'@", "\r\n", "a\r\nb")),
  });
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), (sources) => {
      const text = sources.map((each) => curl({ ...each, url: `http://h:1${each.path}` }, "KEY")).join("\n\n");
      const read = [...parseCurls(text)].map((each) => (each.note === undefined ? each.read : each.note));
      expect(read).toHaveLength(sources.length);
      for (const [index, { method, path, headers, body }] of sources.entries()) {
        const implied = body === "" ? [] : [["Content-Type", "application/x-www-form-urlencoded"]];
        expect(read[index]).toEqual({
          ok: true,
          request: { host: "h:1", method, path, headers: [...headers, ...implied], body },
        });
      }
    }),
    { numRuns: 300 },
  );
});

/** A word as a browser writes it for cmd.exe: backslashes doubled, quotes escaped for the program, everything else that may mean something for the shell. */
function cmdWord(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `^"${escaped.replace(/[^a-zA-Z0-9\s_:=+~'/.,?;()*`-]/g, "^$&").replaceAll("\n", "^\n\n")}^"`;
}

/** A word for a PowerShell that does not escape the quotes it hands on. */
function powershellWord(text: string): string {
  return `'${text.replace(/(\\*)"/g, '$1$1\\"').replaceAll("'", "''")}'`;
}

test("what a browser copies for cmd.exe is read back exactly", () => {
  const bodyText = fc.oneof(word, fc.json(), fc.constantFrom("C:\\a\\", '\\"', "%PATH% ^ & | < >", "a\n\n\nb"));
  fc.assert(
    fc.property(
      bodyText.map((text) => text.replaceAll("\r", "")),
      (body) => {
        const text = `curl ^"http://x/a^" ^\n  -H ^"a: b^" ^\n  --data-raw ${cmdWord(body)} &\ncurl ^"http://x/b^"`;
        expect(bodies(text)).toEqual([body, ""]);
        expect([...parseCurls(text)].map(({ note }) => note)).toEqual([undefined, undefined]);
      },
    ),
    { numRuns: 300 },
  );
});

test("JSON in PowerShell's quotes is read back exactly", () => {
  fc.assert(
    fc.property(
      fc.json({ stringUnit: "binary" }).map((text) => `{"a": ${text}}`),
      (body) => {
        expect(only(`curl.exe 'http://x/' \`\n  --data-raw ${powershellWord(body)}`).body).toBe(body);
        expect(only(`curl.exe 'http://x/' \`\n  --data-raw '${body.replaceAll("'", "''")}'`).body).toBe(body);
      },
    ),
  );
});

test("no text makes the reader fail or go on for ever", () => {
  const piece = fc.constantFrom(
    "curl ",
    "curl.exe ",
    "'",
    '"',
    "\\",
    "^",
    "`",
    "\n",
    "\r\n",
    "$(",
    "<<E",
    "|",
    "&",
    " -d ",
    "@'",
    "{",
    "$'",
    " --next ",
    "http://x/",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, word)), (pieces) => {
      for (const { line, read } of parseCurls(pieces.join(""))) {
        expect(line).toBeGreaterThan(0);
        expect(read.ok ? read.request.path : read.message).toMatch(/^[/A-Z]/);
      }
    }),
    { numRuns: 500 },
  );
});
