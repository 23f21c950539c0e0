import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { type Json, parseJson, stringifyJson } from "../../../../core/json/json.ts";
import { valueAt } from "../../../../core/json/pointer.ts";
import { type EndpointId, endpointOfType } from "../../../../core/klaviyo/endpoints.ts";
import { errorDocument } from "../../../../core/klaviyo/problem.ts";
import { readRequest } from "../../../../core/klaviyo/readRequest.ts";
import { explain } from "../../../../core/translation/explain.ts";
import type { Finding } from "../../../../core/translation/finding.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { print } from "../../outputStreams.ts";
import { workspaceSettings } from "../../workspaceSettings.ts";

async function readInput(file: string): Promise<Uint8Array> {
  if (file === "-") return buffer(process.stdin);
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw wrongUsage(`Cannot read ${file}: ${reason}.`);
  });
}

/** What names no endpoint is read as an event: the errors say what is wrong with it. */
function guessEndpoint(body: Uint8Array): EndpointId {
  const parsed = parseJson(new TextDecoder().decode(body));
  const type = parsed.ok ? valueAt(parsed.value, "/data/type") : undefined;
  return (typeof type === "string" ? endpointOfType(type)?.id : undefined) ?? "events";
}

const findingFields = ({ severity, code, pointer, message }: Finding): Json => ({ severity, code, pointer, message });

export async function translateFile(file: string, asked: EndpointId | undefined, dataDir: string): Promise<void> {
  const body = await readInput(file);
  const endpoint = asked ?? guessEndpoint(body);
  const now = new Date().toISOString();
  const request = readRequest(endpoint, body, now);
  if (!request.ok) {
    await print(`${stringifyJson(errorDocument(request.problems, randomUUID()).body, 2)}\n`);
    throw new CommandEnd(exitCodes.failed);
  }
  const { native, findings, provenance } = explain(endpoint, request.document, {
    metrics: workspaceSettings(dataDir).metrics,
    now,
  });
  const output: Json = {
    endpoint,
    native: native.map(({ method, path, body: nativeBody }) => ({ method, path, body: nativeBody })),
    findings: [...request.findings, ...findings].map(findingFields),
    provenance: provenance.map(({ from, to, rule }) => ({ from, to, rule })),
  };
  await print(`${stringifyJson(output, 2)}\n`);
}
