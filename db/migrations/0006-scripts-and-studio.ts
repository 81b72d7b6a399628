/** Scripts with their audience, versions and pinyin; knowledge, language rules, figures, incident plans; drafts and releases. */
export const SCRIPTS_AND_STUDIO = `
DROP VIEW script_view;
DROP INDEX IF EXISTS script_by_stage;
DROP INDEX IF EXISTS script_by_stage_x;
ALTER TABLE script RENAME TO script_before;
CREATE TABLE script (
  id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, stage TEXT NOT NULL, scene TEXT, title TEXT NOT NULL,
  body TEXT NOT NULL, language TEXT NOT NULL, tags TEXT NOT NULL, twin_of TEXT, valid_from_ms INTEGER,
  valid_to_ms INTEGER, updated_at_ms INTEGER NOT NULL, campaign TEXT, audience TEXT NOT NULL, picture_ids TEXT NOT NULL,
  owner_id TEXT, review_at_ms INTEGER, person_id TEXT, version INTEGER NOT NULL, pinyin TEXT NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
INSERT INTO script SELECT id, code, stage, scene, title, body, language, tags, twin_of, valid_from_ms, valid_to_ms, updated_at_ms,
  NULL, '{"teamIds":[],"channelIds":[],"tiers":[]}', '[]', NULL, NULL, NULL, 1, '', row_seq FROM script_before;
DROP TABLE script_before;
CREATE INDEX script_by_stage ON script (stage);
DROP TABLE script_local;
CREATE TABLE script_local (
  id TEXT PRIMARY KEY NOT NULL, code TEXT, stage TEXT, scene TEXT, title TEXT, body TEXT, language TEXT, tags TEXT,
  twin_of TEXT, valid_from_ms INTEGER, valid_to_ms INTEGER, updated_at_ms INTEGER, campaign TEXT, audience TEXT,
  picture_ids TEXT, owner_id TEXT, review_at_ms INTEGER, person_id TEXT, version INTEGER, pinyin TEXT, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW script_view AS SELECT
  id, code, stage, scene, title, body, language, tags, twin_of, valid_from_ms, valid_to_ms, updated_at_ms, campaign,
  audience, picture_ids, owner_id, review_at_ms, person_id, version, pinyin, 0 AS pending
  FROM script WHERE id NOT IN (SELECT id FROM script_local)
  UNION ALL SELECT
  id, code, stage, scene, title, body, language, tags, twin_of, valid_from_ms, valid_to_ms, updated_at_ms, campaign,
  audience, picture_ids, owner_id, review_at_ms, person_id, version, pinyin, 1 AS pending
  FROM script_local WHERE gone = 0;

DROP VIEW team_view;
ALTER TABLE team RENAME TO team_before;
CREATE TABLE team (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, timers TEXT NOT NULL, timers_before TEXT NOT NULL,
  line_patterns TEXT NOT NULL, returning_hours INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
INSERT INTO team SELECT id, name, timers, '[]', line_patterns, returning_hours, row_seq FROM team_before;
DROP TABLE team_before;
DROP TABLE team_local;
CREATE TABLE team_local (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, timers TEXT, timers_before TEXT, line_patterns TEXT,
  returning_hours INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW team_view AS SELECT
  id, name, timers, timers_before, line_patterns, returning_hours, 0 AS pending
  FROM team WHERE id NOT IN (SELECT id FROM team_local)
  UNION ALL SELECT
  id, name, timers, timers_before, line_patterns, returning_hours, 1 AS pending
  FROM team_local WHERE gone = 0;

CREATE TABLE knowledge (
  id TEXT PRIMARY KEY NOT NULL, question TEXT NOT NULL, solution TEXT NOT NULL, scene TEXT, language TEXT NOT NULL,
  tags TEXT NOT NULL, cases TEXT NOT NULL, mistakes TEXT NOT NULL, picture_ids TEXT NOT NULL,
  auto_answer TEXT NOT NULL, valid_from_ms INTEGER, valid_to_ms INTEGER, audience TEXT NOT NULL, owner_id TEXT,
  review_at_ms INTEGER, version INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL, pinyin TEXT NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE knowledge_local (
  id TEXT PRIMARY KEY NOT NULL, question TEXT, solution TEXT, scene TEXT, language TEXT, tags TEXT, cases TEXT,
  mistakes TEXT, picture_ids TEXT, auto_answer TEXT, valid_from_ms INTEGER, valid_to_ms INTEGER, audience TEXT,
  owner_id TEXT, review_at_ms INTEGER, version INTEGER, updated_at_ms INTEGER, pinyin TEXT, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW knowledge_view AS SELECT
  id, question, solution, scene, language, tags, cases, mistakes, picture_ids, auto_answer, valid_from_ms,
  valid_to_ms, audience, owner_id, review_at_ms, version, updated_at_ms, pinyin, 0 AS pending
  FROM knowledge WHERE id NOT IN (SELECT id FROM knowledge_local)
  UNION ALL SELECT
  id, question, solution, scene, language, tags, cases, mistakes, picture_ids, auto_answer, valid_from_ms,
  valid_to_ms, audience, owner_id, review_at_ms, version, updated_at_ms, pinyin, 1 AS pending
  FROM knowledge_local WHERE gone = 0;

CREATE TABLE shop_picture (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, created_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE shop_picture_local (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, mime TEXT, size INTEGER, sha256 TEXT, width INTEGER, height INTEGER,
  created_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW shop_picture_view AS SELECT
  id, name, mime, size, sha256, width, height, created_at_ms, 0 AS pending
  FROM shop_picture WHERE id NOT IN (SELECT id FROM shop_picture_local)
  UNION ALL SELECT
  id, name, mime, size, sha256, width, height, created_at_ms, 1 AS pending
  FROM shop_picture_local WHERE gone = 0;

CREATE TABLE language_rule (
  id TEXT PRIMARY KEY NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, language TEXT NOT NULL,
  wordings TEXT NOT NULL, exceptions TEXT NOT NULL, positive TEXT, reason TEXT, active INTEGER NOT NULL,
  version INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE language_rule_local (
  id TEXT PRIMARY KEY NOT NULL, rule TEXT, severity TEXT, language TEXT, wordings TEXT, exceptions TEXT,
  positive TEXT, reason TEXT, active INTEGER, version INTEGER, updated_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW language_rule_view AS SELECT
  id, rule, severity, language, wordings, exceptions, positive, reason, active, version, updated_at_ms, 0 AS pending
  FROM language_rule WHERE id NOT IN (SELECT id FROM language_rule_local)
  UNION ALL SELECT
  id, rule, severity, language, wordings, exceptions, positive, reason, active, version, updated_at_ms, 1 AS pending
  FROM language_rule_local WHERE gone = 0;

CREATE TABLE figures (
  id TEXT PRIMARY KEY NOT NULL, given TEXT NOT NULL, changes TEXT NOT NULL, version INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE figures_local (
  id TEXT PRIMARY KEY NOT NULL, given TEXT, changes TEXT, version INTEGER, updated_at_ms INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW figures_view AS SELECT
  id, given, changes, version, updated_at_ms, 0 AS pending
  FROM figures WHERE id NOT IN (SELECT id FROM figures_local)
  UNION ALL SELECT
  id, given, changes, version, updated_at_ms, 1 AS pending
  FROM figures_local WHERE gone = 0;

CREATE TABLE incident_plan (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, grade TEXT NOT NULL, notice TEXT NOT NULL,
  script_ids TEXT NOT NULL, auto_reply TEXT, reporting_path TEXT NOT NULL, team_ids TEXT NOT NULL,
  active_since_ms INTEGER, activated_by_id TEXT, version INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE incident_plan_local (
  id TEXT PRIMARY KEY NOT NULL, title TEXT, grade TEXT, notice TEXT, script_ids TEXT, auto_reply TEXT,
  reporting_path TEXT, team_ids TEXT, active_since_ms INTEGER, activated_by_id TEXT, version INTEGER,
  updated_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW incident_plan_view AS SELECT
  id, title, grade, notice, script_ids, auto_reply, reporting_path, team_ids, active_since_ms, activated_by_id,
  version, updated_at_ms, 0 AS pending
  FROM incident_plan WHERE id NOT IN (SELECT id FROM incident_plan_local)
  UNION ALL SELECT
  id, title, grade, notice, script_ids, auto_reply, reporting_path, team_ids, active_since_ms, activated_by_id,
  version, updated_at_ms, 1 AS pending
  FROM incident_plan_local WHERE gone = 0;

CREATE TABLE content_draft (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, target_id TEXT NOT NULL, base_version INTEGER NOT NULL,
  action TEXT NOT NULL, content TEXT NOT NULL, author_id TEXT NOT NULL, state TEXT NOT NULL, reviewer_id TEXT,
  review_note TEXT, created_at_ms INTEGER NOT NULL, updated_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE content_draft_local (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT, target_id TEXT, base_version INTEGER, action TEXT, content TEXT,
  author_id TEXT, state TEXT, reviewer_id TEXT, review_note TEXT, created_at_ms INTEGER, updated_at_ms INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW content_draft_view AS SELECT
  id, kind, target_id, base_version, action, content, author_id, state, reviewer_id, review_note, created_at_ms,
  updated_at_ms, 0 AS pending
  FROM content_draft WHERE id NOT IN (SELECT id FROM content_draft_local)
  UNION ALL SELECT
  id, kind, target_id, base_version, action, content, author_id, state, reviewer_id, review_note, created_at_ms,
  updated_at_ms, 1 AS pending
  FROM content_draft_local WHERE gone = 0;

CREATE TABLE release (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL,
  must_read INTEGER NOT NULL, state TEXT NOT NULL, publish_at_ms INTEGER NOT NULL, published_at_ms INTEGER,
  author_id TEXT NOT NULL, undoes TEXT, team_ids TEXT NOT NULL, items TEXT NOT NULL, item_count INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE release_local (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT, title TEXT, note TEXT, must_read INTEGER, state TEXT,
  publish_at_ms INTEGER, published_at_ms INTEGER, author_id TEXT, undoes TEXT, team_ids TEXT, items TEXT,
  item_count INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW release_view AS SELECT
  id, kind, title, note, must_read, state, publish_at_ms, published_at_ms, author_id, undoes, team_ids, items,
  item_count, 0 AS pending
  FROM release WHERE id NOT IN (SELECT id FROM release_local)
  UNION ALL SELECT
  id, kind, title, note, must_read, state, publish_at_ms, published_at_ms, author_id, undoes, team_ids, items,
  item_count, 1 AS pending
  FROM release_local WHERE gone = 0;

CREATE TABLE release_read (
  id TEXT PRIMARY KEY NOT NULL, release_id TEXT NOT NULL, person_id TEXT NOT NULL, at_ms INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE release_read_local (
  id TEXT PRIMARY KEY NOT NULL, release_id TEXT, person_id TEXT, at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW release_read_view AS SELECT
  id, release_id, person_id, at_ms, 0 AS pending
  FROM release_read WHERE id NOT IN (SELECT id FROM release_read_local)
  UNION ALL SELECT
  id, release_id, person_id, at_ms, 1 AS pending
  FROM release_read_local WHERE gone = 0;

CREATE TABLE script_use (
  script_id TEXT NOT NULL, at_ms INTEGER NOT NULL, conversation_id TEXT
) STRICT;
CREATE INDEX script_use_by_at_ms ON script_use (at_ms);
CREATE TABLE script_seen (script_id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE picture_bytes (
  id TEXT PRIMARY KEY NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, used_at_ms INTEGER NOT NULL
) STRICT;
`
