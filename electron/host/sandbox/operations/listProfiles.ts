import { profileListQuerySchema } from "../../../../core/native/listQuery.ts";
import { identifiersOf } from "../identity.ts";
import { type Operation, refused } from "../operation.ts";
import { pageAnswer, queryFault } from "../pageAnswer.ts";
import { profileResource } from "../profileResource.ts";

export const listProfiles: Operation = (_body, { tables, property, query }) => {
  const read = profileListQuerySchema.safeParse(query);
  if (!read.success) return refused("validation_error", queryFault(read.error));
  const { limit, after, ...where } = read.data;
  const rows = tables.listProfiles(property, { limit: limit + 1, after }, identifiersOf(where));
  return pageAnswer(rows, limit, profileResource);
};
