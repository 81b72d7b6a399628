/** Synced tables: conversations and theirs; beside each what is replayed from pending intents, and the view of both. */
export const CONVERSATIONS = `
CREATE TABLE conversation (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT NOT NULL, customer_name TEXT NOT NULL, channel_id TEXT NOT NULL,
  channel_kind TEXT NOT NULL, team_id TEXT NOT NULL, state TEXT NOT NULL, owner_id TEXT,
  transferred_from TEXT NOT NULL, language TEXT NOT NULL, skill TEXT, tier TEXT NOT NULL,
  priority INTEGER NOT NULL, started_at_ms INTEGER NOT NULL, queued_at_ms INTEGER, assigned_at_ms INTEGER,
  closed_at_ms INTEGER, last_position INTEGER NOT NULL, seen_position INTEGER NOT NULL, snippet TEXT NOT NULL,
  last_message_at_ms INTEGER NOT NULL, last_author TEXT, spam INTEGER NOT NULL, enquiry_class TEXT, outcome TEXT,
  timers TEXT NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE conversation_local (
  id TEXT PRIMARY KEY NOT NULL, customer_id TEXT, customer_name TEXT, channel_id TEXT, channel_kind TEXT,
  team_id TEXT, state TEXT, owner_id TEXT, transferred_from TEXT, language TEXT, skill TEXT, tier TEXT,
  priority INTEGER, started_at_ms INTEGER, queued_at_ms INTEGER, assigned_at_ms INTEGER, closed_at_ms INTEGER,
  last_position INTEGER, seen_position INTEGER, snippet TEXT, last_message_at_ms INTEGER, last_author TEXT,
  spam INTEGER, enquiry_class TEXT, outcome TEXT, timers TEXT, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_by_customer_id ON conversation (customer_id);
CREATE INDEX conversation_local_by_customer_id ON conversation_local (customer_id);
CREATE INDEX conversation_by_state ON conversation (state);
CREATE INDEX conversation_local_by_state ON conversation_local (state);
CREATE INDEX conversation_by_owner_id_state ON conversation (owner_id, state);
CREATE INDEX conversation_local_by_owner_id_state ON conversation_local (owner_id, state);
CREATE VIEW conversation_view AS SELECT
  id, customer_id, customer_name, channel_id, channel_kind, team_id, state, owner_id, transferred_from, language,
  skill, tier, priority, started_at_ms, queued_at_ms, assigned_at_ms, closed_at_ms, last_position, seen_position,
  snippet, last_message_at_ms, last_author, spam, enquiry_class, outcome, timers, 0 AS pending
  FROM conversation WHERE id NOT IN (SELECT id FROM conversation_local)
  UNION ALL SELECT
  id, customer_id, customer_name, channel_id, channel_kind, team_id, state, owner_id, transferred_from, language,
  skill, tier, priority, started_at_ms, queued_at_ms, assigned_at_ms, closed_at_ms, last_position, seen_position,
  snippet, last_message_at_ms, last_author, spam, enquiry_class, outcome, timers, 1 AS pending
  FROM conversation_local WHERE gone = 0;

CREATE TABLE message (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, position INTEGER NOT NULL, author TEXT NOT NULL,
  author_id TEXT, line_kind TEXT, script_id TEXT, body TEXT NOT NULL, system TEXT, attachment_ids TEXT NOT NULL,
  quote_id TEXT, mentions TEXT NOT NULL, client_at_ms INTEGER NOT NULL, accepted_at_ms INTEGER NOT NULL,
  delivered_at_ms INTEGER, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE message_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, position INTEGER, author TEXT, author_id TEXT,
  line_kind TEXT, script_id TEXT, body TEXT, system TEXT, attachment_ids TEXT, quote_id TEXT, mentions TEXT,
  client_at_ms INTEGER, accepted_at_ms INTEGER, delivered_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX message_by_conversation_id_position ON message (conversation_id, position);
CREATE INDEX message_local_by_conversation_id_position ON message_local (conversation_id, position);
CREATE INDEX message_by_accepted_at_ms ON message (accepted_at_ms);
CREATE INDEX message_local_by_accepted_at_ms ON message_local (accepted_at_ms);
CREATE VIEW message_view AS SELECT
  id, conversation_id, position, author, author_id, line_kind, script_id, body, system, attachment_ids, quote_id,
  mentions, client_at_ms, accepted_at_ms, delivered_at_ms, 0 AS pending
  FROM message WHERE id NOT IN (SELECT id FROM message_local)
  UNION ALL SELECT
  id, conversation_id, position, author, author_id, line_kind, script_id, body, system, attachment_ids, quote_id,
  mentions, client_at_ms, accepted_at_ms, delivered_at_ms, 1 AS pending
  FROM message_local WHERE gone = 0;

CREATE TABLE promise (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, agent_id TEXT NOT NULL, text TEXT NOT NULL,
  due_at_ms INTEGER NOT NULL, state TEXT NOT NULL, created_at_ms INTEGER NOT NULL, settled_at_ms INTEGER,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE promise_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, agent_id TEXT, text TEXT, due_at_ms INTEGER, state TEXT,
  created_at_ms INTEGER, settled_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX promise_by_conversation_id ON promise (conversation_id);
CREATE VIEW promise_view AS SELECT
  id, conversation_id, agent_id, text, due_at_ms, state, created_at_ms, settled_at_ms, 0 AS pending
  FROM promise WHERE id NOT IN (SELECT id FROM promise_local)
  UNION ALL SELECT
  id, conversation_id, agent_id, text, due_at_ms, state, created_at_ms, settled_at_ms, 1 AS pending
  FROM promise_local WHERE gone = 0;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  state TEXT NOT NULL, created_at_ms INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE attachment_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, name TEXT, mime TEXT, size INTEGER, sha256 TEXT,
  width INTEGER, height INTEGER, state TEXT, created_at_ms INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_by_conversation_id ON attachment (conversation_id);
CREATE VIEW attachment_view AS SELECT
  id, conversation_id, name, mime, size, sha256, width, height, state, created_at_ms, 0 AS pending
  FROM attachment WHERE id NOT IN (SELECT id FROM attachment_local)
  UNION ALL SELECT
  id, conversation_id, name, mime, size, sha256, width, height, state, created_at_ms, 1 AS pending
  FROM attachment_local WHERE gone = 0;

CREATE TABLE timer_outcome (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, agent_id TEXT, rule TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL, due_at_ms INTEGER NOT NULL, settled_at_ms INTEGER, hit INTEGER NOT NULL,
  row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE timer_outcome_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, agent_id TEXT, rule TEXT, started_at_ms INTEGER,
  due_at_ms INTEGER, settled_at_ms INTEGER, hit INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX timer_outcome_by_agent_id_started_at_ms ON timer_outcome (agent_id, started_at_ms);
CREATE INDEX timer_outcome_by_conversation_id ON timer_outcome (conversation_id);
CREATE VIEW timer_outcome_view AS SELECT
  id, conversation_id, agent_id, rule, started_at_ms, due_at_ms, settled_at_ms, hit, 0 AS pending
  FROM timer_outcome WHERE id NOT IN (SELECT id FROM timer_outcome_local)
  UNION ALL SELECT
  id, conversation_id, agent_id, rule, started_at_ms, due_at_ms, settled_at_ms, hit, 1 AS pending
  FROM timer_outcome_local WHERE gone = 0;

CREATE TABLE proposed_reply (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT NOT NULL, author_id TEXT NOT NULL, body TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL, dismissed INTEGER NOT NULL, row_seq INTEGER NOT NULL
) STRICT;
CREATE TABLE proposed_reply_local (
  id TEXT PRIMARY KEY NOT NULL, conversation_id TEXT, author_id TEXT, body TEXT, written_at_ms INTEGER,
  dismissed INTEGER, gone INTEGER NOT NULL
) STRICT;
CREATE INDEX proposed_reply_by_conversation_id ON proposed_reply (conversation_id);
CREATE VIEW proposed_reply_view AS SELECT
  id, conversation_id, author_id, body, written_at_ms, dismissed, 0 AS pending
  FROM proposed_reply WHERE id NOT IN (SELECT id FROM proposed_reply_local)
  UNION ALL SELECT
  id, conversation_id, author_id, body, written_at_ms, dismissed, 1 AS pending
  FROM proposed_reply_local WHERE gone = 0;
`
