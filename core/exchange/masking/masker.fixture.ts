import type { Body, Exchange, Headers } from "../exchange.ts";
import { createMasker, type MaskingOptions } from "./createMasker.ts";
import { eventExchange } from "./exchange.fixture.ts";

export function masker(options: Partial<MaskingOptions> = {}) {
  return createMasker({ secret: "one", keep: [], add: [], ...options });
}

export function withRequest(body: Body, rest: { path?: string; headers?: Headers } = {}): Exchange {
  const request = { method: "POST", path: "/klaviyo/v1/api/events", headers: [], body, ...rest };
  return eventExchange({ request, native: [], response: null });
}

/** The body of a request after masking, beside an exchange that tells who Jane is. */
export function maskedBody(body: Body, options: Partial<MaskingOptions> = {}): Body {
  const made = masker(options);
  made.learn(eventExchange());
  return made.mask(withRequest(body)).request.body;
}

export function profileBody(attributes: object): string {
  return JSON.stringify({ data: { type: "profile", attributes } });
}

export function attributesAfter(attributes: object, options: Partial<MaskingOptions> = {}): Record<string, unknown> {
  return JSON.parse(String(maskedBody(profileBody(attributes), options))).data.attributes;
}
