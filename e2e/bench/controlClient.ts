import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import type { contract } from "../../core/contract/contract.ts";

/** Where the page at `control` sends its requests, and what admits them. */
export function controlCaller(control: string): { origin: string; headers: Record<string, string> } {
  const { origin, port, searchParams } = new URL(control);
  return { origin, headers: { cookie: `compat-workbench-${port}=${searchParams.get("token")}`, origin } };
}

/** What the page would call, of the workbench whose page is at `control`. */
export function controlClient(control: string): ContractRouterClient<typeof contract> {
  const { origin, headers } = controlCaller(control);
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }));
}
