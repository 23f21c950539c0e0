/** A place in an answer whose value the server makes anew each time. */
interface VolatilePlace {
  /** Names from the root; "*" is any one name or index. */
  readonly pattern: readonly string[];
  /** `always`, or only where no native request names the time (`occurred_at`): then the server takes the time of receipt. */
  readonly when: "always" | "time of receipt";
  readonly note: string;
}

function places(when: VolatilePlace["when"], note: string, ...pointers: readonly string[]): VolatilePlace[] {
  return pointers.map((pointer) => ({ pattern: pointer.slice(1).split("/"), when, note }));
}

/**
 * Where two answers to one request may differ and still say the same. Everything else in an answer is asserted, and so is that these places hold a text.
 * Source: the answer rules of this program, after Klaviyo's recorded answers (revision 2026-07-15).
 */
export const volatilePlaces: readonly VolatilePlace[] = [
  ...places("always", "Ids are made by the server.", "/data/id", "/data/attributes/profile/data/id"),
  ...places(
    "always",
    "Times of the server.",
    "/data/attributes/created",
    "/data/attributes/updated",
    "/data/attributes/created_at",
    "/data/attributes/expires_at",
    "/data/attributes/started_at",
    "/data/attributes/completed_at",
    "/data/attributes/last_event_date",
  ),
  ...places("time of receipt", "An event without a time happened when it arrived.", "/data/attributes/time"),
  ...places(
    "always",
    "Addresses of the server, with ids in them.",
    "/links/self",
    "/data/links/self",
    "/data/relationships/*/links/self",
    "/data/relationships/*/links/related",
  ),
  ...places("always", "The id of the request.", "/errors/*/id"),
  ...places("always", "The id of the profile that exists.", "/errors/*/meta/duplicate_profile_id"),
];

/** Headers of an answer that say something of one connection, one moment or one caller's count. Names in lower case. */
export const volatileHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "retry-after",
  "set-cookie",
  "transfer-encoding",
  "x-klaviyo-req-id",
  "x-request-id",
]);

/** Headers of an answer that a client reads beside its body, and a test asserts. Names in lower case. */
export const assertedHeaders: readonly string[] = ["allow", "content-type", "www-authenticate"];
