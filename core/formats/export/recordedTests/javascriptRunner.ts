import { codeLiteral } from "../codeLiteral.ts";

/**
 * The JavaScript that sends a recorded case and words its answer, for any test runner on Node 22 or newer. `node:http` rather than `fetch`: it sends the
 * path, repeated headers and their order exactly as they were recorded.
 */
const body = `
const baseUrl = new URL(process.env.COMPAT_BASE_URL || DEFAULT_ORIGIN);

/** A key for each variable that is not set: well-formed, and new in each run, so that earlier runs leave nothing behind. */
const madeKeys = new Map();

function keyIn(variable) {
  if (process.env[variable]) return process.env[variable];
  if (!madeKeys.has(variable)) madeKeys.set(variable, "ps_test_" + randomUUID().replaceAll("-", ""));
  return madeKeys.get(variable);
}

/** Text in which a part { env } stands for a key. */
function withKeys(text) {
  if (typeof text === "string") return text;
  return text.map((part) => (typeof part === "string" ? part : keyIn(part.env))).join("");
}

function bytesOf(body) {
  return typeof body === "string" ? Buffer.from(body, "utf8") : Buffer.from(body.base64, "base64");
}

/** The path below the base URL, which may itself end in what recorded paths begin with ("/klaviyo/v1"). */
function pathBelowBase(path) {
  const start = baseUrl.pathname.replace(/\\/+$/, "");
  return path.startsWith(start + "/") ? path : start + path;
}

/** The cases of a data file beside this one, in the order in which the requests arrived. */
READ_CASES

function sendOnce({ method, path, headers, body }) {
  const bytes = bytesOf(body);
  const lines = ["Host", baseUrl.host];
  for (const [name, value] of headers) lines.push(name, withKeys(value));
  if (bytes.length > 0 || method !== "GET") lines.push("Content-Length", String(bytes.length));
  const { request } = baseUrl.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        method,
        hostname: baseUrl.hostname.replace(/^\\[|\\]$/g, ""),
        port: baseUrl.port,
        path: pathBelowBase(withKeys(path)),
        headers: lines,
        agent: false,
      },
      (answer) => {
        const chunks = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(bytes);
  });
}

/** Sends a recorded request. A limit that the recording did not meet is waited out. */
EXPORT async function send(request) {
  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(request);
    if (answer.status !== 429 || attempt === 3) return answer;
    const seconds = Math.min(Number(answer.headers["retry-after"]) || 60, 90);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** Numbers keep their text: two that JavaScript rounds to one are not the same. */
class NumberText {
  constructor(text) {
    this.text = text;
  }
}

function parseExactly(text) {
  return JSON.parse(text, (_name, value, context) =>
    typeof value === "number" ? new NumberText(context?.source ?? String(value)) : value,
  );
}

/** Puts one and the same text at each place that may differ, if it has a text there. */
function settle(value, volatile) {
  for (const pointer of volatile) {
    const names = pointer.slice(1).split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = names.pop();
    let owner = value;
    for (const name of names) owner = owner && Object.hasOwn(owner, name) ? owner[name] : undefined;
    if (owner && Object.hasOwn(owner, last) && typeof owner[last] === "string") owner[last] = "(any text)";
  }
  return value;
}

/** JSON laid out with names in order, so that two texts differ where the values do. */
function layOut(value, indent) {
  if (value instanceof NumberText) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = indent + "  ";
  const isList = Array.isArray(value);
  const members = isList
    ? value.map((item) => inner + layOut(item, inner))
    : Object.keys(value).sort().map((name) => inner + JSON.stringify(name) + ": " + layOut(value[name], inner));
  const [open, close] = isList ? "[]" : "{}";
  return members.length === 0 ? open + close : open + "\\n" + members.join(",\\n") + "\\n" + indent + close;
}

function bodyText(bytes, volatile) {
  const text = bytes.toString("utf8");
  try {
    return layOut(settle(parseExactly(text), volatile), "");
  } catch {
    return bytes.equals(Buffer.from(text, "utf8")) ? text : bytes.toString("base64");
  }
}

function answerText(status, headers, bytes, volatile) {
  const lines = Object.keys(headers).sort().map((name) => name + ": " + headers[name]);
  return [status, ...lines, "", bodyText(bytes, volatile)].join("\\n");
}

/** What the recorded answer says, in a form to compare. */
EXPORT function expectedText({ answer, volatile }) {
  return answerText(answer.status, answer.headers, bytesOf(answer.body), volatile);
}

/** What an answer says of that which the recorded one says. */
EXPORT function actualText({ status, headers, body }, { answer, volatile }) {
  const asserted = {};
  for (const name of Object.keys(answer.headers)) asserted[name] = String(headers[name] ?? "(none)");
  return answerText(status, asserted, body, volatile);
}
`;

const commonJsHead = `const { randomUUID } = require("node:crypto");
const { readFileSync } = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const { join } = require("node:path");
`;

const moduleHead = `import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
`;

function readCases(file: string): string {
  return `EXPORT function readCases(file) {
  const lines = readFileSync(${file}, "utf8").split("\\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}`;
}

function runnerBody(origin: string, reading: string, exporting: string): string {
  return body
    .replace("READ_CASES", () => reading)
    .replace("DEFAULT_ORIGIN", () => codeLiteral(origin))
    .replaceAll("EXPORT ", exporting);
}

/** The runner as a module, for Vitest. `origin` is where it sends to unless its environment says otherwise. */
export function moduleRunner(origin: string): string {
  return `${moduleHead}${runnerBody(origin, readCases("new URL(file, import.meta.url)"), "export ")}`;
}

/** The runner as CommonJS, which Jest loads without any configuration. `origin` as for `moduleRunner`. */
export function commonJsRunner(origin: string): string {
  return `${commonJsHead}${runnerBody(origin, readCases("join(__dirname, file)"), "")}
module.exports = { actualText, expectedText, readCases, send };
`;
}

/** The tests of all data files, for the `describe`, `expect` and `test` of Vitest or Jest. `head` brings them and the runner in. */
export function javascriptTests(head: string, caseFiles: readonly string[]): string {
  return `${head}
// One after another, in the order in which they arrived: an answer may depend on what an earlier request created.
for (const file of ${JSON.stringify(caseFiles)}) {
  describe(file, () => {
    for (const recorded of readCases(file)) {
      const title = recorded.skip ? recorded.name + ": " + recorded.skip : recorded.name;
      const run = recorded.skip ? test.skip : test;
      run(
        title,
        async () => {
          const answer = await send(recorded.request);
          expect(actualText(answer, recorded)).toBe(expectedText(recorded));
        },
        300_000,
      );
    }
  });
}
`;
}
