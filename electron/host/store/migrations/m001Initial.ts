import type { Migration } from "./migration.ts";

/**
 * `exchanges` is what list rows and filters read and stays narrow; `payloads` and `native_calls` hold the rest. A column of type ANY is a body: TEXT where
 * it is UTF-8, BLOB where it is not.
 *
 * `position` grows by one with each exchange and is never reused. `place` is position * 2^20 + index of the call, so that the calls of an exchange lie
 * together without an index of their own. Rows of a removed session go in slices, after the session: `removed` marks it.
 */
export const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE workbench (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT;
INSERT INTO workbench VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE sessions (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  opened INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0,
  last_seq INTEGER NOT NULL DEFAULT 0,
  exchanges INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  first_at TEXT,
  last_at TEXT
) STRICT;

CREATE TABLE exchanges (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  session INTEGER NOT NULL REFERENCES sessions (key),
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  origin TEXT NOT NULL,
  parent TEXT,
  endpoint TEXT NOT NULL,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  status INTEGER,
  title TEXT NOT NULL,
  subject TEXT NOT NULL,
  duration_ms REAL NOT NULL,
  request_bytes INTEGER NOT NULL,
  native_calls INTEGER NOT NULL,
  native_pending INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  assumed INTEGER NOT NULL,
  advice INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  finding_codes TEXT NOT NULL,
  leaves INTEGER NOT NULL,
  leaves_mapped INTEGER NOT NULL
) STRICT;
CREATE INDEX exchanges_of_session ON exchanges (session, position);
CREATE INDEX exchanges_of_parent ON exchanges (parent) WHERE parent IS NOT NULL;

CREATE TABLE payloads (
  position INTEGER PRIMARY KEY,
  request_headers TEXT NOT NULL,
  request_body ANY NOT NULL,
  response_headers TEXT,
  response_body ANY,
  findings TEXT NOT NULL
) STRICT;

CREATE TABLE native_calls (
  place INTEGER PRIMARY KEY,
  method TEXT NOT NULL,
  path TEXT NOT NULL,
  request_headers TEXT NOT NULL,
  request_body ANY NOT NULL,
  status INTEGER,
  response_headers TEXT,
  response_body ANY,
  duration_ms REAL NOT NULL
) STRICT;

CREATE TABLE settings (only INTEGER PRIMARY KEY CHECK (only = 1), json TEXT NOT NULL) STRICT;

CREATE TABLE workspace_keys (
  position INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL
) STRICT;

CREATE TABLE profiles (
  position INTEGER PRIMARY KEY,
  property TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  email TEXT,
  phone TEXT,
  external_id TEXT,
  attributes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX profiles_of_property ON profiles (property, position);
CREATE INDEX profiles_by_email ON profiles (property, email) WHERE email IS NOT NULL;
CREATE INDEX profiles_by_phone ON profiles (property, phone) WHERE phone IS NOT NULL;
CREATE INDEX profiles_by_external_id ON profiles (property, external_id) WHERE external_id IS NOT NULL;

CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  property TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  profile_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  idempotency_key TEXT,
  occurred_at TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_property ON events (property, position);
CREATE INDEX events_of_profile ON events (profile_id, position);
CREATE UNIQUE INDEX events_by_idempotency_key ON events (property, idempotency_key) WHERE idempotency_key IS NOT NULL;
`,
};
