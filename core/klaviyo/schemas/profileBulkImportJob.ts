import { z } from "zod";
import { holder, looseObject, orEmptyList, resource, strictObject, text } from "./fields.ts";

const listsSchema = z
  .array(resource("list", { id: text({ title: "List id", description: "Klaviyo's id of the list." }) }))
  .meta({ title: "Lists", description: "Lists to add the profiles to. Has no native counterpart." });

const listsHolderSchema = orEmptyList(
  looseObject({ data: listsSchema.nullish() }).meta({ title: "Lists", description: "Lists to add the profiles to." }),
).nullish();

const relationshipsSchema = orEmptyList(
  looseObject({ lists: listsHolderSchema }).meta({
    title: "Relationships",
    description: "Lists to add the profiles to. Has no native counterpart.",
  }),
).nullish();

/** Body of `POST /api/profile-bulk-import-jobs`, with a schema for its profiles. */
export function profileBulkImportJobSchema<Profile extends z.ZodType>(profile: Profile) {
  const profiles = holder(z.array(profile), {
    title: "Profiles",
    description: "Profiles to create or update, 10,000 at most.",
  });
  return holder(
    resource("profile-bulk-import-job", {
      attributes: strictObject({ profiles }).meta({ title: "Job attributes", description: "Whom to import." }),
      relationships: relationshipsSchema,
    }),
    { title: "Bulk import profiles", description: "Creates or updates up to 10,000 profiles." },
  );
}
