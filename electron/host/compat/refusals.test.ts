import { request } from "node:http";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compatHeaders, klaviyoEvent, klaviyoProfile, type OpenHost, openHost, recorded } from "../host.fixture.ts";

let open: OpenHost;
beforeEach(async () => {
  open = await openHost();
});
afterEach(() => open[Symbol.asyncDispose]());

interface Refusal {
  readonly name: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly without?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly error: { code: string; title: string; detail: string; pointer: string };
  readonly answers?: Record<string, string>;
}

const refusals: readonly Refusal[] = [
  {
    name: "no key",
    without: "authorization",
    status: 401,
    error: {
      code: "not_authenticated",
      title: "Authentication credentials were not provided.",
      detail: "Missing or invalid private key.",
      pointer: "/data/",
    },
    answers: { "www-authenticate": "Bearer, Klaviyo-API-Key", "ratelimit-remaining": "700" },
  },
  {
    name: "a key of Klaviyo's",
    headers: { authorization: "Klaviyo-API-Key pk_0123456789abcdef" },
    status: 401,
    error: {
      code: "not_authenticated",
      title: "Authentication credentials were not provided.",
      detail: "Missing or invalid private key.",
      pointer: "/data/",
    },
  },
  {
    name: "an unsupported endpoint, also without a key",
    path: "/api/lists",
    without: "authorization",
    status: 404,
    error: {
      code: "not_found",
      title: "Not found.",
      detail: "'lists' is not supported by the Klaviyo-compatible API: use the Native API.",
      pointer: "/data/",
    },
  },
  {
    name: "another method",
    method: "PUT",
    status: 405,
    error: {
      code: "method_not_allowed",
      title: 'Method "PUT" not allowed.',
      detail: 'Method "PUT" not allowed.',
      pointer: "/data/",
    },
    answers: { allow: "POST" },
  },
  {
    name: "a preflight",
    method: "OPTIONS",
    status: 405,
    error: {
      code: "method_not_allowed",
      title: 'Method "OPTIONS" not allowed.',
      detail: 'Method "OPTIONS" not allowed.',
      pointer: "/data/",
    },
  },
  {
    name: "another media type",
    headers: { "content-type": "text/plain" },
    status: 415,
    error: {
      code: "unsupported_media_type",
      title: 'Unsupported media type "text/plain" in request.',
      detail: 'Unsupported media type "text/plain" in request.',
      pointer: "/data/",
    },
  },
  {
    name: "no media type",
    without: "content-type",
    body: new Uint8Array(Buffer.from("{}")),
    status: 415,
    error: {
      code: "unsupported_media_type",
      title: 'Unsupported media type "" in request.',
      detail: 'Unsupported media type "" in request.',
      pointer: "/data/",
    },
  },
  {
    name: "an unknown coding",
    headers: { "content-encoding": "compress" },
    status: 415,
    error: {
      code: "unsupported_content_encoding",
      title: "Unsupported content encoding.",
      detail: 'Unsupported content encoding "compress" in request.',
      pointer: "/data/",
    },
  },
  {
    name: "a body that is not in its coding",
    headers: { "content-encoding": "gzip" },
    status: 400,
    error: {
      code: "invalid",
      title: "Invalid input.",
      detail: "The request body is not valid gzip data.",
      pointer: "/data/",
    },
  },
  {
    name: "a small body that unpacks to 100 MB",
    headers: { "content-encoding": "gzip" },
    body: new Uint8Array(gzipSync(Buffer.alloc(100 * 1024 * 1024))),
    status: 413,
    error: {
      code: "request_too_large",
      title: "Request body too large.",
      detail: "The request body must not exceed 5242880 bytes.",
      pointer: "/data/",
    },
  },
  {
    name: "a profile of more than 100 KB",
    path: "/api/profiles",
    body: JSON.stringify(klaviyoProfile({ email: "a@b.example", title: "x".repeat(102_400) })),
    status: 413,
    error: {
      code: "request_too_large",
      title: "Request body too large.",
      detail: "The request body must not exceed 102400 bytes.",
      pointer: "/data/",
    },
  },
  {
    name: "a Host that public DNS could name",
    headers: { host: "evil.example" },
    status: 421,
    error: {
      code: "misdirected_request",
      title: "Misdirected request.",
      detail: "This workbench does not answer for the host name 'evil.example'.",
      pointer: "/data/",
    },
  },
];

test.each(refusals)("refuses $name with $status", async ({ path = "/api/events", method = "POST", ...refusal }) => {
  const headers: Record<string, string> = { ...compatHeaders, ...refusal.headers };
  if (refusal.without) delete headers[refusal.without];
  const body = refusal.body ?? JSON.stringify(klaviyoEvent());
  const answer = await askRaw(open, method, path, headers, body);
  const { pointer, ...error } = refusal.error;

  expect(answer.status).toBe(refusal.status);
  expect(answer.headers["content-type"]).toBe("application/vnd.api+json");
  expect(answer.headers).toMatchObject(refusal.answers ?? {});
  const { errors } = JSON.parse(answer.body);
  expect(errors).toEqual([
    {
      id: answer.headers["x-klaviyo-req-id"],
      status: refusal.status,
      ...error,
      source: { pointer },
      ...(errors[0].links && { links: {}, meta: {} }),
    },
  ]);
  const [exchange] = await recorded(open);
  expect(exchange).toMatchObject({ native: [], response: { status: refusal.status, body: answer.body } });
  expect(exchange?.findings[0]).toMatchObject({ kind: "refused" });
});

/** `fetch` would set a Host and a Content-Type of its own. */
async function askRaw(
  { origin }: OpenHost,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    body: string;
  }>();
  const outgoing = request(origin + path, {
    method,
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
  });
  outgoing.on("response", async (response) => {
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) });
  });
  outgoing.on("error", reject);
  outgoing.end(body);
  return promise;
}

test("where there is nothing, a key still hears where it stands", async () => {
  const ask = (path: string) =>
    fetch(open.origin + path, { method: "POST", headers: compatHeaders, body: JSON.stringify(klaviyoEvent()) });
  await ask("/api/events");
  expect((await ask("/api/lists")).headers.get("ratelimit-remaining")).toBe("699");
});
