import type { Migration } from "./migration.ts";

/** Profiles are found by their email whatever the case of its letters: `email_key` is its `identityKey`, `email` what was sent. */
export const emails: Migration = {
  version: 6,
  sql: `
ALTER TABLE profiles ADD COLUMN email_key TEXT;
UPDATE profiles SET email_key = lower(email);
DROP INDEX profiles_by_email;
CREATE INDEX profiles_by_email ON profiles (property, email_key) WHERE email_key IS NOT NULL;
`,
};
