import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Exchange, exchangeSchema } from "../../../core/exchange/exchange.ts";
import { compatHeaders, klaviyoEvent, type OpenHost, openHost, post } from "../host.fixture.ts";
import { download, ended, request } from "./export.fixture.ts";

const properties = { order_id: "1001", total: 19.9, note: "Paid by Wilhelmina" };

function eventOf(attributes: object, changes: object = {}): object {
  return klaviyoEvent({
    profile: { data: { type: "profile", attributes } },
    properties: { ...properties, ...changes },
  });
}

const packed = gzipSync(JSON.stringify(eventOf({ email: "mina@shop.test", first_name: "Wilhelmina" })));

/** Records requests with bodies in gzip; answers with their session. */
async function record(open: OpenHost, ...bodies: readonly Buffer[]): Promise<string> {
  for (const body of bodies)
    await post(open, "/klaviyo/v1/api/events", new Uint8Array(body), { ...compatHeaders, "content-encoding": "gzip" });
  return (await open.client.workbench.status()).session.id;
}

/** The requests in a session file that was exported. */
async function exported(open: OpenHost, session: string, isMasked: boolean): Promise<Exchange["request"][]> {
  const { job } = await open.client.exports.start(request(session, { format: "session", isMasked }));
  expect(await ended(open, job)).toMatchObject({ state: "done" });
  const lines = gunzipSync((await download(open, job)).bytes)
    .toString()
    .trim()
    .split("\n");
  return lines.slice(1, -1).map((line) => exchangeSchema.parse(JSON.parse(line)).request);
}

const personSchema = z.object({ email: z.string(), first_name: z.string() });

function personIn(body: string): z.infer<typeof personSchema> {
  return personSchema.parse(JSON.parse(body).data.attributes.profile.data.attributes);
}

test("a compressed event is in a masked session as the JSON that it says, with pseudonyms, and is taken again", async () => {
  await using open = await openHost();
  const session = await record(open, packed);
  const [masked] = await exported(open, session, true);
  if (typeof masked?.body !== "string") throw new Error("The body is no text.");

  const person = personIn(masked.body);
  expect(person.email).toMatch(/^user-[\da-f]+@masked\.example$/);
  expect(person.first_name).toMatch(/^(?!Wilhelmina)[A-Z][a-z]{9}$/);
  expect(JSON.parse(masked.body)).toEqual(eventOf(person, { note: `Paid by ${person.first_name}` }));
  expect(masked.headers.map(([name]) => name.toLowerCase())).not.toContain("content-encoding");

  const preview = await open.client.exports.preview(request(session));
  expect(preview.masked?.values.filter(({ message }) => message === "Klaviyo request")).toMatchObject([
    { place: "/data/attributes/profile/data/attributes/email", before: "mina@shop.test" },
    { place: "/data/attributes/profile/data/attributes/first_name", before: "Wilhelmina" },
    { place: "/data/attributes/properties/note", before: "Paid by Wilhelmina" },
  ]);

  expect((await post(open, "/klaviyo/v1/api/events", masked.body)).status).toBe(202);
});

test("a body that cannot be unpacked goes as a whole, and with masking off every body is as it came", async () => {
  await using open = await openHost();
  const broken = packed.subarray(0, 40);
  const session = await record(open, broken, packed);
  const [masked] = await exported(open, session, true);
  expect(masked?.body).toEqual({ base64: Buffer.alloc(broken.length, 0xff).toString("base64") });
  expect(masked?.headers).toContainEqual(["content-encoding", "gzip"]);
  const bodies = (await exported(open, session, false)).map(({ body }) => body);
  expect(bodies).toEqual([broken, packed].map((bytes) => ({ base64: bytes.toString("base64") })));
});
