import type { Basis } from "../../native/basis.ts";
import type { NativeEndpointId } from "../../native/nativeEndpoints.ts";
import { pages } from "./pages.ts";

/** Fields that a native answer repeats from its request: all below `from`, under the same names below `to`. The first row that fits a field counts. */
export interface EchoRule {
  readonly id: string;
  readonly calls: readonly NativeEndpointId[];
  readonly from: "" | "identifiers" | "attributes";
  readonly to: "" | "properties";
  readonly basis: Basis;
  readonly source: string;
  readonly note: string;
}

const assumed = { basis: "assumed", source: pages.nativeShape } as const;

export const echoRules: readonly EchoRule[] = [
  {
    ...assumed,
    id: "echo.resource",
    calls: ["createEvent", "createProfile"],
    from: "",
    to: "",
    note: "The native answer repeats the field as it was accepted.",
  },
  {
    ...assumed,
    id: "echo.identifiers",
    calls: ["upsertProfile"],
    from: "identifiers",
    to: "",
    note: "The profile is answered with its identifiers at its top.",
  },
  {
    ...assumed,
    id: "echo.attributes",
    calls: ["upsertProfile"],
    from: "attributes",
    to: "",
    note: "Standard attributes are answered at the profile's top.",
  },
  {
    ...assumed,
    id: "echo.properties",
    calls: ["upsertProfile"],
    from: "attributes",
    to: "properties",
    note: "Custom attributes are answered among the profile's properties.",
  },
];
