import { answered, type Operation, refused } from "../operation.ts";
import { profileResource } from "../profileResource.ts";

export const getProfile: Operation = (_body, { tables, property, id }) => {
  const profile = tables.getProfile(property, id);
  return profile ? answered(200, profileResource(profile)) : refused("not_found");
};
