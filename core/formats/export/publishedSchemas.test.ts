import { HarValidator, PostmanValidator } from "@har-sdk/validator";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Exchange } from "../../exchange/exchange.ts";
import { anyExchange, collected, inTurn } from "../session/exchanges.fixture.ts";
import { exportFormats } from "./exportFormats.ts";
import { sampleExchange } from "./sampleExchange.fixture.ts";
import { sampleSession as session } from "./sampleSession.fixture.ts";

const origin = "http://localhost:8020";
const context = { session, compatUrl: origin, nativeUrl: origin, version: "1", now: "2026-06-01T12:00:00.000Z" };

/** The validator is stricter than the schemas: it takes known methods only. */
const methods = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE");
const recorded = fc
  .tuple(anyExchange, methods, fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") }))
  .map(([exchange, method, at]): Exchange => {
    const { request } = exchange;
    return { ...exchange, at: at.toISOString(), request: { ...request, method, path: `/${request.path}` } };
  });

const validators = { har: new HarValidator(), postman: new PostmanValidator() };

/** What the published schema of a format has against the output. */
async function objections(name: keyof typeof validators, exchanges: readonly Exchange[]): Promise<unknown[]> {
  const chunks = await collected(exportFormats[name].write(inTurn(exchanges), context));
  return validators[name].verify(JSON.parse(chunks.map(({ text }) => text).join("")));
}

test.each(["har", "postman"] as const)(
  "%s is valid after its published schema, whatever was recorded",
  async (name) => {
    expect(await objections(name, [sampleExchange(), sampleExchange({ response: null })])).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(recorded, { minLength: 1, maxLength: 3 }), async (exchanges) => {
        expect(await objections(name, exchanges)).toEqual([]);
      }),
    );
  },
);
