import type { NativeCall } from "../../../core/native/nativeCall.ts";
import type { NativeEndpointId } from "../../../core/native/nativeEndpoints.ts";
import type { SandboxTables } from "../store/sandboxTables.ts";
import { matchEndpoint } from "./matchEndpoint.ts";
import { type Operation, refused, type SandboxAnswer } from "./operation.ts";
import { createEvent } from "./operations/createEvent.ts";
import { createEvents } from "./operations/createEvents.ts";
import { createProfile } from "./operations/createProfile.ts";
import { getEvent } from "./operations/getEvent.ts";
import { getProfile } from "./operations/getProfile.ts";
import { listEvents } from "./operations/listEvents.ts";
import { listProfiles } from "./operations/listProfiles.ts";
import { upsertProfile } from "./operations/upsertProfile.ts";

const operations: Readonly<Record<NativeEndpointId, Operation>> = {
  createEvent,
  createEvents,
  createProfile,
  upsertProfile,
  getEvent,
  getProfile,
  listEvents,
  listProfiles,
};

/** The native API's behaviour over the store's rows: what the native surface and, in process, the compat surface call. */
export interface Sandbox {
  /** Carries out a call within one property. Credentials and rates have been checked. Call inside the store's `write`. */
  handle(call: NativeCall, property: string): SandboxAnswer;
}

/** `now` tells the time as ISO 8601 UTC. */
export function createSandbox(tables: SandboxTables, now: () => string): Sandbox {
  return {
    handle({ method, path, body }, property) {
      const [plain = "", ...rest] = path.split("?");
      const match = matchEndpoint(method, plain);
      if (match.kind !== "endpoint") return refused("not_found");
      const context = { tables, property, now: now(), id: match.id, query: queryOf(rest.join("?")) };
      return operations[match.endpointId](body, context);
    },
  };
}

const noQuery = {};

function queryOf(text: string): Record<string, string> {
  return text === "" ? noQuery : Object.fromEntries(new URLSearchParams(text));
}
