import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import type { contract } from "../../../core/contract/contract.ts";

export type HostClient = ContractRouterClient<typeof contract>;

interface Caller {
  readonly origin: string;
  readonly headers: { readonly cookie: string; readonly origin: string };
}

/** Where the page at `controlUrl` sends its requests, and what admits them. */
export function controlCaller(controlUrl: string): Caller {
  const { origin, port, searchParams } = new URL(controlUrl);
  return { origin, headers: { cookie: `compat-workbench-${port}=${searchParams.get("token")}`, origin } };
}

/** What the page would call, of the workbench whose page is at `controlUrl`. */
export function controlClient(controlUrl: string): HostClient {
  const { origin, headers } = controlCaller(controlUrl);
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers }));
}
