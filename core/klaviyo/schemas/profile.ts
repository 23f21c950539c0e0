import { holder, resource } from "./fields.ts";
import { createProfileAttributesSchema } from "./profileAttributes.ts";

/** Body of `POST /api/profiles`. */
export const profileRequestSchema = holder(resource("profile", { attributes: createProfileAttributesSchema }), {
  title: "Create profile",
  description: "A new profile. Refused with 409 where one of its identifiers is taken.",
});
