import { codeLiteral } from "../codeLiteral.ts";

interface Route {
  readonly method: string;
  readonly path: string;
}

const head = `// The native API as it answered when it was recorded. Use: setupServer(...handlers) or setupWorker(...handlers) of msw 2 or 3.
import { http, HttpResponse } from "msw";

// Equal requests are answered in turn; after its last recorded answer a request gets that one again.
`;

const lookUp = `
function bytesOf(body) {
  return typeof body === "string" ? body : Uint8Array.from(atob(body.base64), (character) => character.charCodeAt(0));
}

/** JSON with its names in order; any other text as it is. Numbers keep their text. */
function meaning(text) {
  const sorted = (value) => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    return Object.keys(value).sort().map((name) => ["name", name, sorted(value[name])]);
  };
  try {
    const exact = (_name, value, context) =>
      typeof value === "number" ? ["number", context?.source ?? String(value)] : value;
    return JSON.stringify(sorted(JSON.parse(text, exact)));
  } catch {
    return text;
  }
}

function keyOf(method, path, body) {
  return JSON.stringify([method, path, meaning(body)]);
}

const recorded = new Map();
for (const call of calls) {
  const body = typeof call.body === "string" ? call.body : new TextDecoder().decode(bytesOf(call.body));
  const key = keyOf(call.method, call.path, body);
  if (!recorded.has(key)) recorded.set(key, []);
  recorded.get(key).push(call.answer);
}

/** How many answers a request has had. */
const given = new Map();

/** Starts again with the first recorded answers. */
export function resetRecorded() {
  given.clear();
}

async function answerRecorded({ request }) {
  const { pathname, search } = new URL(request.url);
  const key = keyOf(request.method, pathname + search, await request.clone().text());
  const answers = recorded.get(key);
  if (!answers) return undefined;
  const turn = given.get(key) ?? 0;
  given.set(key, turn + 1);
  const answer = answers[Math.min(turn, answers.length - 1)];
  if (answer === null) return HttpResponse.error();
  const hasBody = ![204, 205, 304].includes(answer.status);
  return new HttpResponse(hasBody ? bytesOf(answer.body) : null, { status: answer.status, headers: answer.headers });
}

/** Any host, this very path. */
function at(path) {
  return new RegExp("^[a-z]+://[^/]+" + path.replace(/[.*+?^\${}()|[\\]\\\\]/g, "\\\\$&") + "/?$");
}

`;

const knownMethods: ReadonlySet<string> = new Set(["get", "head", "post", "put", "patch", "delete", "options"]);

function handler({ method, path }: Route): string {
  const lower = method.toLowerCase();
  return `  http.${knownMethods.has(lower) ? lower : "all"}(at(${codeLiteral(path)}), answerRecorded),\n`;
}

/** What stands before and after the recorded calls in a file of handlers. */
export const mswHandlers = {
  head,
  tail: (routes: readonly Route[]): string => `${lookUp}export const handlers = [\n${routes.map(handler).join("")}];\n`,
} as const;
