/**
 * Scripts with their audience, versions and pinyin; knowledge, language rules, figures, incident plans; drafts and releases.
 * The tables at the end are the server's own.
 */
export const migration0002 = {
  version: 2,
  name: '0002-studio',
  sql: `
alter table script
  add campaign text, add audience jsonb not null default '{"teamIds":[],"channelIds":[],"tiers":[]}', add picture_ids jsonb not null default '[]',
  add owner_id text, add review_at_ms bigint, add person_id text, add version integer not null default 1, add pinyin text not null default '';
create index script_by_person on script (tenant, person_id);
alter table team add timers_before jsonb not null default '[]';
create table knowledge (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  question text not null, solution text not null, scene text, language text not null, tags jsonb not null,
  cases jsonb not null, mistakes jsonb not null, picture_ids jsonb not null, auto_answer jsonb not null,
  valid_from_ms bigint, valid_to_ms bigint, audience jsonb not null, owner_id text, review_at_ms bigint,
  version integer not null, updated_at_ms bigint not null, pinyin text not null,
  primary key (tenant, id)
);
create table shop_picture (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  name text not null, mime text not null, size integer not null, sha256 text not null, width integer not null,
  height integer not null, created_at_ms bigint not null,
  primary key (tenant, id)
);
create table picture_chunk (
  tenant text not null, picture_id text not null, n integer not null, bytes bytea not null, stored_at_ms bigint not null,
  primary key (tenant, picture_id, n), foreign key (tenant, picture_id) references shop_picture (tenant, id)
);
create table language_rule (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  rule text not null, severity text not null, language text not null, wordings jsonb not null,
  exceptions jsonb not null, positive text, reason text, active boolean not null, version integer not null,
  updated_at_ms bigint not null,
  primary key (tenant, id)
);
create table figures (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  given jsonb not null, changes jsonb not null, version integer not null, updated_at_ms bigint not null,
  primary key (tenant, id)
);
create table incident_plan (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  title text not null, grade text not null, notice text not null, script_ids jsonb not null, auto_reply jsonb,
  reporting_path text not null, team_ids jsonb not null, active_since_ms bigint, activated_by_id text,
  version integer not null, updated_at_ms bigint not null,
  primary key (tenant, id)
);
create table content_draft (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  kind text not null, target_id text not null, base_version integer not null, action text not null,
  content jsonb not null, author_id text not null, state text not null, reviewer_id text, review_note text,
  created_at_ms bigint not null, updated_at_ms bigint not null,
  primary key (tenant, id)
);
create table release (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  kind text not null, title text not null, note text not null, must_read boolean not null, state text not null,
  publish_at_ms bigint not null, published_at_ms bigint, author_id text not null, undoes text,
  team_ids jsonb not null, items jsonb not null, item_count integer not null,
  primary key (tenant, id)
);
create table release_read (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  release_id text not null, person_id text not null, at_ms bigint not null,
  primary key (tenant, id)
);
create unique index release_read_once on release_read (tenant, release_id, person_id);

-- Every published state of everything; content null = retired. Version 0 of hours: as the shop was set up.
create table content_version (
  tenant text not null references tenant, kind text not null, id text not null, version integer not null,
  action text not null, content jsonb, release_id text, person_id text, at_ms bigint not null,
  primary key (tenant, kind, id, version)
);
-- What a release puts in place, as it was when it was made; version once that is taken, done once it is out.
create table release_item (
  tenant text not null references tenant, release_id text not null, idx integer not null, kind text not null, target_id text not null,
  title text not null, action text not null, base_version integer not null, version integer, content jsonb not null, draft_id text,
  draft_seq bigint, done boolean not null default false,
  primary key (tenant, release_id, idx)
);
-- Items go out in their order: the first that is not done says how far a release is.
create index release_item_open on release_item (tenant, release_id, idx) where not done;
-- The commit that put a release out; which desk has it, and up to where each desk said that it has applied.
create table release_out (
  tenant text not null references tenant, release_id text not null, seq bigint not null, at_ms bigint not null, primary key (tenant, release_id)
);
create index release_out_by_seq on release_out (tenant, seq);
create table desk_applied (
  tenant text not null references tenant, device_id text not null, seq bigint not null, primary key (tenant, device_id)
);
create table release_receipt (
  tenant text not null references tenant, release_id text not null, device_id text not null, at_ms bigint not null,
  primary key (tenant, release_id, device_id)
);
-- Rows of a file that was read, for an hour.
create table import_file (
  tenant text not null references tenant, id text not null, person_id text not null, state text not null, rows jsonb not null,
  done integer not null, total integer not null, release_id text, error text, created_at_ms bigint not null,
  primary key (tenant, id)
);
-- Which scripts went into which message, and how much was changed (N3).
create table script_use (
  tenant text not null references tenant, message_id text not null, script_id text not null, person_id text not null,
  edited real not null, at_ms bigint not null, primary key (tenant, message_id, script_id)
);
create index script_use_by_at_ms on script_use (tenant, at_ms);
-- What was found in messages that went out all the same: warned and insisted on, or noted (C6).
create table language_hit (
  tenant text not null references tenant, message_id text not null, rule_id text not null, rule text not null, severity text not null,
  insisted boolean not null, person_id text not null, at_ms bigint not null, primary key (tenant, message_id, rule_id)
);
-- S7: questions answered by themselves, and what came of it.
create table faq_answer (
  tenant text not null references tenant, message_id text not null, knowledge_id text not null, conversation_id text not null,
  outcome text, at_ms bigint not null, primary key (tenant, message_id)
);
-- From here on a person answers in this conversation.
create table faq_stop (
  tenant text not null references tenant, conversation_id text not null, at_ms bigint not null, primary key (tenant, conversation_id)
);
-- L5: who has had the words for an incident, each time it was switched on.
create table incident_reply (
  tenant text not null references tenant, plan_id text not null, conversation_id text not null, since_ms bigint not null,
  primary key (tenant, plan_id, conversation_id, since_ms)
);
create index faq_answer_by_conversation on faq_answer (tenant, conversation_id);
`,
} as const
