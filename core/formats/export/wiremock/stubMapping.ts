import type { Body, Exchange, ExchangeRequest, Headers } from "../../../exchange/exchange.ts";
import { jsonOf } from "../bodyText.ts";
import type { Repetition } from "../repeatedCalls.ts";
import { volatileHeaders } from "../volatile/volatilePlaces.ts";

type NativeCall = Exchange["native"][number];
type NativeAnswer = NonNullable<NativeCall["response"]>;

/** JSON is matched by meaning, from its text, so that no number is rounded on the way. */
function bodyPatterns({ body }: ExchangeRequest): object {
  if (body === "") return {};
  if (typeof body !== "string") return { bodyPatterns: [{ binaryEqualTo: body.base64 }] };
  if (jsonOf(body) === undefined) return { bodyPatterns: [{ equalTo: body }] };
  return { bodyPatterns: [{ equalToJson: body, ignoreArrayOrder: false, ignoreExtraElements: false }] };
}

/** WireMock takes a list where a name repeats. */
function headerMap(headers: Headers): Readonly<Record<string, string | readonly string[]>> {
  const kept = headers.filter(([name]) => !volatileHeaders.has(name.toLowerCase()));
  const byName = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of kept) {
    const known = byName.get(name.toLowerCase());
    if (known) known.values.push(value);
    else byName.set(name.toLowerCase(), { name, values: [value] });
  }
  return Object.fromEntries(
    [...byName.values()].map(({ name, values }) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

function answerBody(body: Body): object {
  return typeof body === "string" ? { body } : { base64Body: body.base64 };
}

/** A native call that no answer came to: the stub closes the connection as well. */
function stubbedAnswer(answer: NativeAnswer | null): object {
  if (answer === null) return { fault: "EMPTY_RESPONSE" };
  const { status, headers, body } = answer;
  return { status, headers: headerMap(headers), ...answerBody(body) };
}

/**
 * The same request may have had several answers. A scenario gives them in turn: the first stub is for any state, the others each for the state that the
 * one before left, with priority; after the last it starts again.
 */
function scenario({ id, turn }: Repetition): object {
  const state = (number: number) => `call ${number}`;
  return {
    scenarioName: id,
    ...(turn === 1 ? {} : { requiredScenarioState: state(turn), priority: 1 }),
    newScenarioState: state(turn + 1),
  };
}

/** A WireMock stub of one native call. Its key is not matched: a stub is for whoever calls. */
export function stubMapping({ request, response }: NativeCall, name: string, repetition: Repetition): object {
  return {
    name,
    ...scenario(repetition),
    request: { method: request.method, url: request.path, ...bodyPatterns(request) },
    response: stubbedAnswer(response),
  };
}
