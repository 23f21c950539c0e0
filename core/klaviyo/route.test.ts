import { expect, test } from "vitest";
import { endpointIds } from "./endpoints.ts";
import { resolveRoute } from "./route.ts";

const bases = ["/klaviyo/v1/api", "/klaviyo/v1", "/api"];
const variants = [
  (path: string) => path,
  (path: string) => `${path}/`,
  (path: string) => `/${path}`,
  (path: string) => `${path}//`,
  (path: string) => path.replaceAll("/", "//"),
  (path: string) => `${path}?fields%5Bprofile%5D=email`,
  (path: string) => `${path}/?a=/api/lists`,
];

test.each(bases)("every form of a path below %s reaches the same endpoint", (base) => {
  for (const id of endpointIds) {
    for (const variant of variants) {
      expect(resolveRoute("POST", variant(`${base}/${id}`))).toMatchObject({ kind: "endpoint", endpoint: { id } });
    }
  }
});

test.each(["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "post", ""])(
  "%s on an endpoint is not allowed",
  (method) => {
    expect(resolveRoute(method, "/api/events/")).toEqual({
      kind: "method-not-allowed",
      resource: "events",
      allow: "POST",
    });
  },
);

test.each([
  ["/klaviyo/v1/api/lists", "lists", "use the Native API"],
  ["/klaviyo/v1/segments/abc", "segments/abc", "use the Native API"],
  ["/api/catalog-items", "catalog-items", "use the Native API"],
  ["/api/catalog-variant-bulk-create-jobs/", "catalog-variant-bulk-create-jobs", "use the Native API"],
  ["/api/campaigns?filter=a", "campaigns", "use the dashboard or the Native API"],
  ["/api/campaign-send-jobs", "campaign-send-jobs", "use the dashboard or the Native API"],
  ["/api/metrics", "metrics", "events are mapped to Postscript event types"],
  ["/api/profile-import", "profile-import", "POST /v1/profiles/upsert"],
  ["/client/events/?company_id=abc", "client/events", "POST /api/events"],
  ["/klaviyo/v1/client/profiles", "client/profiles", "POST /api/profiles"],
  ["/client/event-bulk-create", "client/event-bulk-create", "POST /api/event-bulk-create-jobs"],
  ["/api/profiles/01H", "profiles/01H", "GET /v1/profiles/{id}"],
  ["/api/profile-bulk-import-jobs/abc/lists", "profile-bulk-import-jobs/abc/lists", "Native API"],
  ["/api/track", "track", "POST /api/events"],
  ["/api/constructor", "constructor", "POST /api/events"],
  ["/api/Events", "Events", "POST /api/events"],
  ["/events", "events", "POST /api/events"],
  ["/klaviyo/v1", "/", "POST /api/events"],
  ["/klaviyo/v1/api/", "/", "POST /api/events"],
  ["/", "/", "POST /api/events"],
  ["", "/", "POST /api/events"],
  ["*", "/", "POST /api/events"],
])("%s asks for %s, which is to be had elsewhere", (path, resource, alternative) => {
  expect(resolveRoute("GET", path)).toEqual({
    kind: "unsupported",
    resource,
    alternative: expect.stringContaining(alternative),
  });
});

test("a client that takes this for its proxy is told what to do instead", () => {
  const alternative = "this is no proxy; make its address the base URL of the client";
  expect(resolveRoute("CONNECT", "a.klaviyo.com:443")).toEqual({
    kind: "unsupported",
    resource: "a.klaviyo.com:443",
    alternative,
  });
});
