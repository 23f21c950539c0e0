import { describe, expect, it } from "vitest";
import { parseCurl } from "./parseCurl.ts";

function parsed(text: string) {
  const result = parseCurl(text);
  if (!result.ok) throw new Error(result.message);
  return result.request;
}

describe("parseCurl", () => {
  it("reads the documentation's own form: continued lines, single quotes, --data", () => {
    const text = `curl --request POST \\
     --url https://a.klaviyo.com/api/events \\
     --header 'Authorization: Klaviyo-API-Key your-private-api-key' \\
     --header 'revision: 2026-07-15' \\
     --header 'content-type: application/vnd.api+json' \\
     --data '
{"data":{"type":"event"}}
'`;
    expect(parsed(text)).toEqual({
      method: "POST",
      path: "/api/events",
      headers: [
        ["Authorization", "Klaviyo-API-Key your-private-api-key"],
        ["revision", "2026-07-15"],
        ["content-type", "application/vnd.api+json"],
      ],
      body: '\n{"data":{"type":"event"}}\n',
    });
  });

  it("keeps quotes inside quotes, as a browser's copied command writes them", () => {
    expect(parsed(`curl 'http://x/api/events' --data-raw $'{"name":"Jane\\'s \\u00e9"}'`).body).toBe(
      '{"name":"Jane\'s é"}',
    );
    expect(parsed(`curl http://x/ -d '{"a":"it'"'"'s"}'`).body).toBe('{"a":"it\'s"}');
    expect(parsed(`curl http://x/ -d "{\\"a\\":1}"`).body).toBe('{"a":1}');
  });

  it("posts when there is data, gets when there is none, and does what -X says", () => {
    expect(parsed("curl http://x/api/lists").method).toBe("GET");
    expect(parsed("curl http://x/api/lists -d a=1").method).toBe("POST");
    expect(parsed("curl -sSXPATCH http://x/api/lists -d a=1").method).toBe("PATCH");
    expect(parsed("curl -I http://x/api/lists").method).toBe("HEAD");
  });

  it("sends --json with the headers that curl adds, unless they are given", () => {
    expect(parsed(`curl http://x/ -H 'content-type: application/vnd.api+json' --json '{"a":' --json '1}'`)).toEqual({
      method: "POST",
      path: "/",
      headers: [
        ["content-type", "application/vnd.api+json"],
        ["Accept", "application/json"],
      ],
      body: '{"a":1}',
    });
  });

  it("joins several --data with & and puts them into the query for -G", () => {
    expect(parsed("curl http://x/ -d a=1 -d b=2").body).toBe("a=1&b=2");
    expect(parsed("curl -G 'http://x/v?c=0' -d a=1 --data-urlencode 'b=2 3'").path).toBe("/v?c=0&a=1&b=2%203");
  });

  it("takes the body of a here-document for @-", () => {
    expect(parsed(`curl http://x/v1/events -d @- <<'EOF'\n{"a": "$b"}\nEOF\n`).body).toBe('{"a": "$b"}');
  });

  it("finds the command in a pipeline and behind a prompt", () => {
    expect(parsed("$ cat body.json | curl -s localhost:8020/api/events?x=1 -d '{}' | jq .").path).toBe(
      "/api/events?x=1",
    );
  });

  it("says what is missing instead of guessing", () => {
    expect(parseCurl("curl http://x/ -d @body.json")).toEqual({
      ok: false,
      message:
        "The body is in the file body.json, which a pasted command does not carry. Paste its content into the editor.",
    });
    expect(parseCurl("curl -s")).toEqual({ ok: false, message: "The curl command names no address." });
    expect(parseCurl("wget http://x/")).toEqual({ ok: false, message: "There is no curl command in this text." });
  });
});
