import type { JsonObject } from "../../json/json.ts";
import type { EndpointId } from "../endpoints.ts";

/** A request to start from; valid as it is. */
export interface RequestTemplate {
  readonly id: string;
  readonly endpoint: EndpointId;
  readonly title: string;
  readonly description: string;
  readonly body: JsonObject;
}
