/** What the desk keeps for itself: scopes, outbox of intents, held messages, journal, inbox, drafts, picture bytes, meta. */
export const DESK = `
CREATE TABLE row_scope (
  entity TEXT NOT NULL, id TEXT NOT NULL, scope TEXT NOT NULL,
  PRIMARY KEY (entity, id, scope)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_scope_by_scope ON row_scope (scope, entity, id);
CREATE TABLE scope_sum (scope TEXT PRIMARY KEY NOT NULL, sum TEXT NOT NULL) STRICT;

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, args TEXT NOT NULL, at_ms INTEGER NOT NULL,
  stage TEXT NOT NULL DEFAULT 'waiting', status TEXT, code TEXT, text TEXT
) STRICT;
CREATE TABLE journal (
  device_id TEXT NOT NULL, id INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, args TEXT NOT NULL,
  at_ms INTEGER NOT NULL, acknowledged_at_ms INTEGER NOT NULL, status TEXT, code TEXT, text TEXT,
  PRIMARY KEY (device_id, id)
) STRICT;
CREATE INDEX journal_by_acknowledged_at_ms ON journal (acknowledged_at_ms);
CREATE TABLE held (
  message_id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, args TEXT NOT NULL, at_ms INTEGER NOT NULL,
  release_at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE inbox (
  id TEXT PRIMARY KEY NOT NULL, mutation TEXT NOT NULL, args TEXT NOT NULL, code TEXT NOT NULL, text TEXT,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE draft (conversation_id TEXT PRIMARY KEY NOT NULL, body TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT;
CREATE TABLE attachment_bytes (
  id TEXT PRIMARY KEY NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, used_at_ms INTEGER NOT NULL,
  upload TEXT NOT NULL, progress REAL
) STRICT;
CREATE INDEX attachment_bytes_by_used_at_ms ON attachment_bytes (upload, used_at_ms);
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
