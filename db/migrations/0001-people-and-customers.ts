/** Synced tables: roster, scripts, customers; beside each what is replayed from pending intents, and the view of both. */
export const PEOPLE_AND_CUSTOMERS = `
CREATE TABLE team (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, timers TEXT NOT NULL, line_patterns TEXT NOT NULL,
  returning_hours INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE team_local (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, timers TEXT, line_patterns TEXT, returning_hours INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW team_view AS SELECT
  id, name, timers, line_patterns, returning_hours, 0 AS pending
  FROM team WHERE id NOT IN (SELECT id FROM team_local)
  UNION ALL SELECT
  id, name, timers, line_patterns, returning_hours, 1 AS pending
  FROM team_local WHERE gone = 0;

CREATE TABLE channel (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, team_id TEXT NOT NULL,
  language TEXT NOT NULL, opening_hours TEXT NOT NULL, automatic_reply TEXT, closed_notice TEXT, skill TEXT,
  active INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE channel_local (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT, name TEXT, team_id TEXT, language TEXT, opening_hours TEXT,
  automatic_reply TEXT, closed_notice TEXT, skill TEXT, active INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW channel_view AS SELECT
  id, kind, name, team_id, language, opening_hours, automatic_reply, closed_notice, skill, active, 0 AS pending
  FROM channel WHERE id NOT IN (SELECT id FROM channel_local)
  UNION ALL SELECT
  id, kind, name, team_id, language, opening_hours, automatic_reply, closed_notice, skill, active, 1 AS pending
  FROM channel_local WHERE gone = 0;

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, roles TEXT NOT NULL,
  team_ids TEXT NOT NULL, seniority TEXT NOT NULL, skills TEXT NOT NULL, languages TEXT NOT NULL,
  conversation_limit INTEGER NOT NULL, active INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE person_local (
  id TEXT PRIMARY KEY NOT NULL, account TEXT, name TEXT, roles TEXT, team_ids TEXT, seniority TEXT, skills TEXT,
  languages TEXT, conversation_limit INTEGER, active INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW person_view AS SELECT
  id, account, name, roles, team_ids, seniority, skills, languages, conversation_limit, active, 0 AS pending
  FROM person WHERE id NOT IN (SELECT id FROM person_local)
  UNION ALL SELECT
  id, account, name, roles, team_ids, seniority, skills, languages, conversation_limit, active, 1 AS pending
  FROM person_local WHERE gone = 0;

CREATE TABLE presence (
  id TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, reason TEXT, since_ms INTEGER NOT NULL,
  reachable INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE presence_local (
  id TEXT PRIMARY KEY NOT NULL, state TEXT, reason TEXT, since_ms INTEGER, reachable INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW presence_view AS SELECT
  id, state, reason, since_ms, reachable, 0 AS pending
  FROM presence WHERE id NOT IN (SELECT id FROM presence_local)
  UNION ALL SELECT
  id, state, reason, since_ms, reachable, 1 AS pending
  FROM presence_local WHERE gone = 0;

CREATE TABLE script (
  id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, stage TEXT NOT NULL, scene TEXT, title TEXT NOT NULL,
  body TEXT NOT NULL, language TEXT NOT NULL, tags TEXT NOT NULL, twin_of TEXT, valid_from_ms INTEGER,
  valid_to_ms INTEGER, updated_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE script_local (
  id TEXT PRIMARY KEY NOT NULL, code TEXT, stage TEXT, scene TEXT, title TEXT, body TEXT, language TEXT,
  tags TEXT, twin_of TEXT, valid_from_ms INTEGER, valid_to_ms INTEGER, updated_at_ms INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE INDEX script_by_stage ON script (stage);
CREATE VIEW script_view AS SELECT
  id, code, stage, scene, title, body, language, tags, twin_of, valid_from_ms, valid_to_ms, updated_at_ms, 0 AS pending
  FROM script WHERE id NOT IN (SELECT id FROM script_local)
  UNION ALL SELECT
  id, code, stage, scene, title, body, language, tags, twin_of, valid_from_ms, valid_to_ms, updated_at_ms, 1 AS pending
  FROM script_local WHERE gone = 0;

CREATE TABLE customer (
  id TEXT PRIMARY KEY NOT NULL, nickname TEXT NOT NULL, name TEXT, gender TEXT, tier TEXT NOT NULL,
  tags TEXT NOT NULL, since_ms INTEGER NOT NULL, phone_masked TEXT, email_masked TEXT, address_masked TEXT,
  birthday TEXT, order_count INTEGER NOT NULL, blocked INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_local (
  id TEXT PRIMARY KEY NOT NULL, nickname TEXT, name TEXT, gender TEXT, tier TEXT, tags TEXT, since_ms INTEGER,
  phone_masked TEXT, email_masked TEXT, address_masked TEXT, birthday TEXT, order_count INTEGER, blocked INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW customer_view AS SELECT
  id, nickname, name, gender, tier, tags, since_ms, phone_masked, email_masked, address_masked, birthday,
  order_count, blocked, 0 AS pending
  FROM customer WHERE id NOT IN (SELECT id FROM customer_local)
  UNION ALL SELECT
  id, nickname, name, gender, tier, tags, since_ms, phone_masked, email_masked, address_masked, birthday,
  order_count, blocked, 1 AS pending
  FROM customer_local WHERE gone = 0;

CREATE TABLE customer_note (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT NOT NULL, author_id TEXT NOT NULL, body TEXT NOT NULL,
  at_ms INTEGER NOT NULL, removed INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE customer_note_local (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT, author_id TEXT, body TEXT, at_ms INTEGER, removed INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_note_by_customer_id ON customer_note (customer_id);
CREATE VIEW customer_note_view AS SELECT
  id, customer_id, author_id, body, at_ms, removed, 0 AS pending
  FROM customer_note WHERE id NOT IN (SELECT id FROM customer_note_local)
  UNION ALL SELECT
  id, customer_id, author_id, body, at_ms, removed, 1 AS pending
  FROM customer_note_local WHERE gone = 0;

CREATE TABLE order_head (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL,
  placed_at_ms INTEGER NOT NULL, paid_at_ms INTEGER, delivered_at_ms INTEGER, total_fen INTEGER NOT NULL,
  items TEXT NOT NULL, carrier TEXT, tracking_masked TEXT, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE order_head_local (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT, number TEXT, state TEXT, placed_at_ms INTEGER,
  paid_at_ms INTEGER, delivered_at_ms INTEGER, total_fen INTEGER, items TEXT, carrier TEXT, tracking_masked TEXT,
  gone INTEGER NOT NULL
) STRICT;
CREATE INDEX order_head_by_customer_id ON order_head (customer_id);
CREATE INDEX order_head_by_number ON order_head (number);
CREATE VIEW order_head_view AS SELECT
  id, customer_id, number, state, placed_at_ms, paid_at_ms, delivered_at_ms, total_fen, items, carrier,
  tracking_masked, 0 AS pending
  FROM order_head WHERE id NOT IN (SELECT id FROM order_head_local)
  UNION ALL SELECT
  id, customer_id, number, state, placed_at_ms, paid_at_ms, delivered_at_ms, total_fen, items, carrier,
  tracking_masked, 1 AS pending
  FROM order_head_local WHERE gone = 0;
`
