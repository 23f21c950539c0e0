import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import {
  defaultSettings,
  type Settings,
  scopeSchema,
  settingsSchema,
  type WorkspaceKey,
} from "../../../../core/contract/settings.ts";
import { findRow, findRows } from "../rows.ts";
import type { SettingsTable } from "../store.ts";
import { Remembered, type TurnTransaction } from "../turnTransaction.ts";

const selectStored = "SELECT json FROM settings";
const jsonSchema = z.object({ json: z.string() });
const storedSchema = settingsSchema.omit({ keys: true });
export type StoredSettings = z.infer<typeof storedSchema>;
const keyRowSchema = z.object({
  fingerprint: z.string(),
  name: z.string(),
  scopes: z.string().transform((text) => z.array(scopeSchema).parse(JSON.parse(text))),
});

/** A setting that is newer than the folder has its default. */
function readStored(text: string | undefined): StoredSettings | undefined {
  if (text === undefined) return storedSchema.parse(defaultSettings);
  try {
    return storedSchema.parse({ ...defaultSettings, ...z.looseObject({}).parse(JSON.parse(text)) });
  } catch {
    return undefined;
  }
}

/** The settings as they are now, for a thread that only reads; the defaults where they cannot be read. */
export function openStoredSettings(database: DatabaseSync): () => StoredSettings {
  const stored = database.prepare(selectStored);
  return () => readStored(findRow(jsonSchema, stored)?.json) ?? storedSchema.parse(defaultSettings);
}

/** `notify` is told when the settings of the folder cannot be read and the defaults hold. */
export function openSettings(
  database: DatabaseSync,
  transaction: TurnTransaction,
  notify: (notice: string) => void,
): SettingsTable {
  const stored = database.prepare(selectStored);
  const store = database.prepare("INSERT INTO settings VALUES (1, ?1) ON CONFLICT DO UPDATE SET json = ?1");
  const keys = database.prepare("SELECT fingerprint, name, scopes FROM workspace_keys ORDER BY position");
  const insertKey = database.prepare("INSERT INTO workspace_keys (fingerprint, name, scopes) VALUES (?, ?, ?)");
  const deleteKey = database.prepare("DELETE FROM workspace_keys WHERE fingerprint = ?");

  /** Each request reads them. */
  const settings = new Remembered<Settings>(transaction, () => {
    const own = readStored(findRow(jsonSchema, stored)?.json) ?? storedSchema.parse(defaultSettings);
    return { ...own, keys: findRows<WorkspaceKey>(keyRowSchema, keys) };
  });
  if (!readStored(findRow(jsonSchema, stored)?.json)) {
    notify("The settings of this data folder could not be read; the defaults hold until they are changed.");
  }

  return {
    get: () => settings.get(),
    get rateLimit() {
      return settings.get().rateLimit;
    },
    update: (change) =>
      transaction.write(() => {
        store.run(JSON.stringify(storedSchema.parse({ ...settings.get(), ...change })));
        settings.forget();
        return settings.get();
      }),
    addKey: ({ fingerprint, name, scopes }) =>
      transaction.write(() => {
        insertKey.run(fingerprint, name, JSON.stringify(scopes));
        settings.forget();
      }),
    removeKey: (fingerprint) =>
      transaction.write(() => {
        const { changes } = deleteKey.run(fingerprint);
        settings.forget();
        return Number(changes) > 0;
      }),
  };
}
