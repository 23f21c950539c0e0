import type { Json } from "../../../core/json/json.ts";
import { stringifyJson } from "../../../core/json/json.ts";
import type { NativeAnswer } from "../../../core/native/nativeCall.ts";
import { type NativeErrorCode, type NativeErrorFacts, nativeError } from "../../../core/native/nativeError.ts";
import { newRequestId } from "../ids.ts";
import type { SandboxTables } from "../store/sandboxTables.ts";

/** What an operation of the native API works with. Everything happens within one property. */
export interface OperationContext {
  readonly tables: SandboxTables;
  readonly property: string;
  /** The time of the call, ISO 8601 UTC. */
  readonly now: string;
  /** What stands for `{id}` in the path; "" where the path has none. */
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
}

/** `text` is `body` as JSON: rows and records keep it, so it is written once. */
export interface SandboxAnswer extends NativeAnswer {
  readonly text: string;
  /** What an error calls its request. */
  readonly requestId?: string;
}

/** Carries out one call. Runs inside the store's `write`. */
export type Operation = (body: Json, context: OperationContext) => SandboxAnswer;

const noHeaders = {};

export function answered(status: number, body: Json, text = stringifyJson(body)): SandboxAnswer {
  return { status, headers: noHeaders, body, text };
}

export function refused(code: NativeErrorCode, facts: Omit<NativeErrorFacts, "requestId"> = {}): SandboxAnswer {
  const requestId = newRequestId();
  const { status, body } = nativeError(code, { ...facts, requestId });
  return { ...answered(status, body), requestId };
}
