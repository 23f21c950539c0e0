import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import type { contract } from "../../core/contract/contract.ts";

/** What the page would call, of the workbench whose page is at `control`. */
export function controlClient(control: string): ContractRouterClient<typeof contract> {
  const { origin, port, searchParams } = new URL(control);
  const cookie = `compat-workbench-${port}=${searchParams.get("token")}`;
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }));
}
