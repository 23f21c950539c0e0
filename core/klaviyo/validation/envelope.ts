import { isJsonObject, type Json, type JsonObject } from "../../json/json.ts";
import { type EndpointId, endpoints } from "../endpoints.ts";
import type { Problem } from "../problem.ts";

function hasNoData(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !Object.hasOwn(value, "data");
}

/** The flat `metric` and `profile` of revisions before 2023-07-15. */
function retiredMember(attributes: Json | undefined): "metric" | "profile" | undefined {
  if (!isJsonObject(attributes)) return undefined;
  const { metric, profile } = attributes;
  if (hasNoData(profile) && Object.keys(profile).length > 0 && !Object.hasOwn(profile, "attributes")) return "profile";
  return hasNoData(metric) && Object.hasOwn(metric, "name") ? "metric" : undefined;
}

function eventProblem(attributes: Json | undefined): Problem | undefined {
  const retired = retiredMember(attributes);
  if (retired) return { code: "retired-shape", pointer: "/data", cause: `/data/attributes/${retired}` };
  if (!isJsonObject(attributes) || attributes.profile === undefined || attributes.profile === null) return undefined;
  const isMalformed = !isJsonObject(attributes.profile) || !isJsonObject(attributes.profile.data);
  return isMalformed ? { code: "invalid-payload", pointer: "/data", cause: "/data/attributes/profile" } : undefined;
}

const payloadMembers = ["attributes", "relationships", "id"] as const;

/** What is wrong with a document as a whole, so that a look at its fields would only confuse. */
export function envelopeProblem(endpoint: EndpointId, document: Json): Problem | undefined {
  if (!isJsonObject(document)) return { code: "invalid-payload", pointer: "/data", cause: "" };
  const { data } = document;
  if (!isJsonObject(data)) return { code: "invalid-payload", pointer: "/data" };
  const expected = endpoints[endpoint].type;
  if (data.type !== undefined && data.type !== null && data.type !== expected) {
    return { code: "wrong-resource", pointer: "/data/type", facts: { expected } };
  }
  if (!payloadMembers.some((member) => Object.hasOwn(data, member))) {
    return { code: "missing-payload", pointer: "/data" };
  }
  return endpoint === "events" ? eventProblem(data.attributes) : undefined;
}
