/** Roster, meal plans, swaps, notices, handovers, transfers, talks; what set a presence and until when; a team's time zone; what the agent decided before leaving. */
export const SHIFT = `
DROP VIEW presence_view;
ALTER TABLE presence RENAME TO presence_before;
CREATE TABLE presence (
  id TEXT PRIMARY KEY NOT NULL, state TEXT NOT NULL, reason TEXT, since_ms INTEGER NOT NULL, cause TEXT NOT NULL,
  by_id TEXT, until_ms INTEGER, reachable INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
INSERT INTO presence SELECT id, state, reason, since_ms, 'agent', NULL, NULL, reachable, row_seq FROM presence_before;
DROP TABLE presence_before;
DROP TABLE presence_local;
CREATE TABLE presence_local (
  id TEXT PRIMARY KEY NOT NULL, state TEXT, reason TEXT, since_ms INTEGER, cause TEXT, by_id TEXT,
  until_ms INTEGER, reachable INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW presence_view AS SELECT
  id, state, reason, since_ms, cause, by_id, until_ms, reachable, 0 AS pending
  FROM presence WHERE id NOT IN (SELECT id FROM presence_local)
  UNION ALL SELECT
  id, state, reason, since_ms, cause, by_id, until_ms, reachable, 1 AS pending
  FROM presence_local WHERE gone = 0;

DROP VIEW team_view;
ALTER TABLE team RENAME TO team_before;
CREATE TABLE team (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, timers TEXT NOT NULL, timers_before TEXT NOT NULL,
  line_patterns TEXT NOT NULL, returning_hours INTEGER NOT NULL, time_zone TEXT NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
INSERT INTO team SELECT id, name, timers, timers_before, line_patterns, returning_hours, 'Asia/Shanghai', row_seq FROM team_before;
DROP TABLE team_before;
DROP TABLE team_local;
CREATE TABLE team_local (
  id TEXT PRIMARY KEY NOT NULL, name TEXT, timers TEXT, timers_before TEXT, line_patterns TEXT,
  returning_hours INTEGER, time_zone TEXT, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW team_view AS SELECT
  id, name, timers, timers_before, line_patterns, returning_hours, time_zone, 0 AS pending
  FROM team WHERE id NOT IN (SELECT id FROM team_local)
  UNION ALL SELECT
  id, name, timers, timers_before, line_patterns, returning_hours, time_zone, 1 AS pending
  FROM team_local WHERE gone = 0;

CREATE TABLE shift (
  id TEXT PRIMARY KEY NOT NULL, person_id TEXT NOT NULL, team_id TEXT NOT NULL, kind TEXT NOT NULL,
  date TEXT NOT NULL, from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, duty INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE shift_local (
  id TEXT PRIMARY KEY NOT NULL, person_id TEXT, team_id TEXT, kind TEXT, date TEXT, from_ms INTEGER, to_ms INTEGER,
  duty INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW shift_view AS SELECT
  id, person_id, team_id, kind, date, from_ms, to_ms, duty, 0 AS pending
  FROM shift WHERE id NOT IN (SELECT id FROM shift_local)
  UNION ALL SELECT
  id, person_id, team_id, kind, date, from_ms, to_ms, duty, 1 AS pending
  FROM shift_local WHERE gone = 0;

CREATE TABLE meal_plan (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT NOT NULL, date TEXT NOT NULL, meal TEXT NOT NULL,
  batches TEXT NOT NULL, decided_by_id TEXT NOT NULL, decided_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE meal_plan_local (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT, date TEXT, meal TEXT, batches TEXT, decided_by_id TEXT,
  decided_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW meal_plan_view AS SELECT
  id, team_id, date, meal, batches, decided_by_id, decided_at_ms, 0 AS pending
  FROM meal_plan WHERE id NOT IN (SELECT id FROM meal_plan_local)
  UNION ALL SELECT
  id, team_id, date, meal, batches, decided_by_id, decided_at_ms, 1 AS pending
  FROM meal_plan_local WHERE gone = 0;

CREATE TABLE shift_swap (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT NOT NULL, from_person_id TEXT NOT NULL, to_person_id TEXT NOT NULL,
  shift_id TEXT NOT NULL, other_shift_id TEXT, note TEXT NOT NULL, state TEXT NOT NULL,
  asked_at_ms INTEGER NOT NULL, settled_at_ms INTEGER, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE shift_swap_local (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT, from_person_id TEXT, to_person_id TEXT, shift_id TEXT,
  other_shift_id TEXT, note TEXT, state TEXT, asked_at_ms INTEGER, settled_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW shift_swap_view AS SELECT
  id, team_id, from_person_id, to_person_id, shift_id, other_shift_id, note, state, asked_at_ms, settled_at_ms,
  0 AS pending
  FROM shift_swap WHERE id NOT IN (SELECT id FROM shift_swap_local)
  UNION ALL SELECT
  id, team_id, from_person_id, to_person_id, shift_id, other_shift_id, note, state, asked_at_ms, settled_at_ms,
  1 AS pending
  FROM shift_swap_local WHERE gone = 0;

CREATE TABLE notice (
  id TEXT PRIMARY KEY NOT NULL, person_id TEXT NOT NULL, kind TEXT NOT NULL, params TEXT NOT NULL,
  at_ms INTEGER NOT NULL, seen_at_ms INTEGER, answer TEXT, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE notice_local (
  id TEXT PRIMARY KEY NOT NULL, person_id TEXT, kind TEXT, params TEXT, at_ms INTEGER, seen_at_ms INTEGER,
  answer TEXT, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW notice_view AS SELECT
  id, person_id, kind, params, at_ms, seen_at_ms, answer, 0 AS pending
  FROM notice WHERE id NOT IN (SELECT id FROM notice_local)
  UNION ALL SELECT
  id, person_id, kind, params, at_ms, seen_at_ms, answer, 1 AS pending
  FROM notice_local WHERE gone = 0;

CREATE TABLE handover (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT NOT NULL, from_person_id TEXT NOT NULL, to_person_id TEXT,
  cause TEXT NOT NULL, state TEXT NOT NULL, started_at_ms INTEGER NOT NULL, limit_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE handover_local (
  id TEXT PRIMARY KEY NOT NULL, team_id TEXT, from_person_id TEXT, to_person_id TEXT, cause TEXT, state TEXT,
  started_at_ms INTEGER, limit_at_ms INTEGER, settled_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW handover_view AS SELECT
  id, team_id, from_person_id, to_person_id, cause, state, started_at_ms, limit_at_ms, settled_at_ms, 0 AS pending
  FROM handover WHERE id NOT IN (SELECT id FROM handover_local)
  UNION ALL SELECT
  id, team_id, from_person_id, to_person_id, cause, state, started_at_ms, limit_at_ms, settled_at_ms, 1 AS pending
  FROM handover_local WHERE gone = 0;

CREATE TABLE handover_item (
  id TEXT PRIMARY KEY NOT NULL, handover_id TEXT NOT NULL, team_id TEXT NOT NULL, conversation_id TEXT NOT NULL,
  customer_name TEXT NOT NULL, from_person_id TEXT NOT NULL, to_person_id TEXT, note TEXT NOT NULL,
  due_at_ms INTEGER, promise_ids TEXT NOT NULL, state TEXT NOT NULL, settled_at_ms INTEGER,
  contacted_at_ms INTEGER, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE handover_item_local (
  id TEXT PRIMARY KEY NOT NULL, handover_id TEXT, team_id TEXT, conversation_id TEXT, customer_name TEXT,
  from_person_id TEXT, to_person_id TEXT, note TEXT, due_at_ms INTEGER, promise_ids TEXT, state TEXT,
  settled_at_ms INTEGER, contacted_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW handover_item_view AS SELECT
  id, handover_id, team_id, conversation_id, customer_name, from_person_id, to_person_id, note, due_at_ms,
  promise_ids, state, settled_at_ms, contacted_at_ms, 0 AS pending
  FROM handover_item WHERE id NOT IN (SELECT id FROM handover_item_local)
  UNION ALL SELECT
  id, handover_id, team_id, conversation_id, customer_name, from_person_id, to_person_id, note, due_at_ms,
  promise_ids, state, settled_at_ms, contacted_at_ms, 1 AS pending
  FROM handover_item_local WHERE gone = 0;

CREATE TABLE transfer (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, team_id TEXT NOT NULL, customer_name TEXT NOT NULL,
  from_person_id TEXT NOT NULL, target TEXT NOT NULL, note TEXT NOT NULL, reason TEXT, overruled TEXT NOT NULL,
  state TEXT NOT NULL, offered_at_ms INTEGER NOT NULL, expires_at_ms INTEGER, settled_at_ms INTEGER,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE transfer_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, team_id TEXT, customer_name TEXT, from_person_id TEXT,
  target TEXT, note TEXT, reason TEXT, overruled TEXT, state TEXT, offered_at_ms INTEGER, expires_at_ms INTEGER,
  settled_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW transfer_view AS SELECT
  id, conversation_id, team_id, customer_name, from_person_id, target, note, reason, overruled, state, offered_at_ms,
  expires_at_ms, settled_at_ms, 0 AS pending
  FROM transfer WHERE id NOT IN (SELECT id FROM transfer_local)
  UNION ALL SELECT
  id, conversation_id, team_id, customer_name, from_person_id, target, note, reason, overruled, state, offered_at_ms,
  expires_at_ms, settled_at_ms, 1 AS pending
  FROM transfer_local WHERE gone = 0;

CREATE TABLE talk (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, conversation_id TEXT, title TEXT NOT NULL,
  member_ids TEXT NOT NULL, due_at_ms INTEGER, state TEXT NOT NULL, started_at_ms INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE talk_local (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT, conversation_id TEXT, title TEXT, member_ids TEXT, due_at_ms INTEGER,
  state TEXT, started_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE VIEW talk_view AS SELECT
  id, kind, conversation_id, title, member_ids, due_at_ms, state, started_at_ms, 0 AS pending
  FROM talk WHERE id NOT IN (SELECT id FROM talk_local)
  UNION ALL SELECT
  id, kind, conversation_id, title, member_ids, due_at_ms, state, started_at_ms, 1 AS pending
  FROM talk_local WHERE gone = 0;

CREATE TABLE talk_message (
  id TEXT PRIMARY KEY NOT NULL, talk_id TEXT NOT NULL, member_ids TEXT NOT NULL, author_id TEXT NOT NULL,
  body TEXT NOT NULL, at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE talk_message_local (
  id TEXT PRIMARY KEY NOT NULL, talk_id TEXT, member_ids TEXT, author_id TEXT, body TEXT, at_ms INTEGER,
  gone INTEGER NOT NULL
) STRICT;
CREATE VIEW talk_message_view AS SELECT
  id, talk_id, member_ids, author_id, body, at_ms, 0 AS pending
  FROM talk_message WHERE id NOT IN (SELECT id FROM talk_message_local)
  UNION ALL SELECT
  id, talk_id, member_ids, author_id, body, at_ms, 1 AS pending
  FROM talk_message_local WHERE gone = 0;

CREATE INDEX shift_by_date ON shift (team_id, date);
CREATE INDEX shift_by_person ON shift (person_id, to_ms);
CREATE INDEX notice_by_time ON notice (at_ms);
CREATE INDEX handover_by_state ON handover (state);
CREATE INDEX handover_item_by_handover ON handover_item (handover_id);
CREATE INDEX transfer_by_conversation ON transfer (conversation_id);
CREATE INDEX transfer_by_state ON transfer (state);
CREATE INDEX talk_by_state ON talk (state);
CREATE INDEX talk_by_conversation ON talk (conversation_id);
CREATE INDEX talk_message_by_talk ON talk_message (talk_id);

CREATE TABLE leaving_decision (
  conversation_id TEXT PRIMARY KEY NOT NULL, decision TEXT NOT NULL, at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
