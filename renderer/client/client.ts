import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import { ResponseValidationPlugin } from "@orpc/contract/plugins";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { contract } from "../../core/contract/contract.ts";

export type WorkbenchClient = ContractRouterClient<typeof contract>;

const link = new RPCLink({
  url: () => new URL("/rpc", location.origin),
  plugins: [new ResponseValidationPlugin(contract)],
});

/** Calls the host. What comes back is parsed with the contract's schemas. */
export const client: WorkbenchClient = createORPCClient(link);

/** Query and mutation options of each call of the contract; the only place query keys come from. */
export const orpc = createTanstackQueryUtils(client);
