import { implement } from "@orpc/server";
import { contract } from "../../../core/contract/contract.ts";
import type { ControlContext } from "./controlContext.ts";

/** The contract, waiting for the host's handlers. */
export const host = implement(contract).$context<ControlContext>();
