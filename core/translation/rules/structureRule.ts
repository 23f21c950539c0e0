import { pages } from "./pages.ts";
import type { CarryRule } from "./rule.ts";

/** Empty objects and lists where the rules expect members: they carry nothing, so leaving them out loses nothing. */
export const structureRule: CarryRule = {
  id: "structure",
  from: "*",
  to: "",
  how: "structure",
  basis: "documented",
  source: pages.jsonApi,
  note: "An empty object or list says where values would stand and carries none.",
};
