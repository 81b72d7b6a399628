/** The shift: roster, meal plans, swaps, notices, handovers, transfers, talks; who set a presence and until when; the log of presence; quarters of an hour for the wall. */
export const migration0005 = {
  version: 5,
  name: '0005-shift',
  sql: `
alter table team add column time_zone text not null default 'Asia/Shanghai';
alter table presence add column cause text not null default 'agent', add column by_id text, add column until_ms bigint;
create table shift (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  person_id text not null, team_id text not null, kind text not null, date text not null, from_ms bigint not null,
  to_ms bigint not null, duty boolean not null,
  primary key (tenant, id), foreign key (tenant, person_id) references person (tenant, id)
);
create table meal_plan (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  team_id text not null, date text not null, meal text not null, batches jsonb not null,
  decided_by_id text not null, decided_at_ms bigint not null,
  primary key (tenant, id)
);
create table shift_swap (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  team_id text not null, from_person_id text not null, to_person_id text not null, shift_id text not null,
  other_shift_id text, note text not null, state text not null, asked_at_ms bigint not null, settled_at_ms bigint,
  primary key (tenant, id)
);
create table notice (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  person_id text not null, kind text not null, params jsonb not null, at_ms bigint not null, seen_at_ms bigint,
  answer text,
  primary key (tenant, id), foreign key (tenant, person_id) references person (tenant, id)
);
create table handover (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  team_id text not null, from_person_id text not null, to_person_id text, cause text not null, state text not null,
  started_at_ms bigint not null, limit_at_ms bigint not null, settled_at_ms bigint,
  primary key (tenant, id)
);
create table handover_item (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  handover_id text not null, team_id text not null, conversation_id text not null, customer_name text not null,
  from_person_id text not null, to_person_id text, note_cipher bytea not null, due_at_ms bigint,
  promise_ids jsonb not null, state text not null, settled_at_ms bigint, contacted_at_ms bigint,
  primary key (tenant, id), foreign key (tenant, handover_id) references handover (tenant, id)
);
create table transfer (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, team_id text not null, customer_name text not null, from_person_id text not null,
  target jsonb not null, note_cipher bytea not null, reason text, overruled jsonb not null, state text not null,
  offered_at_ms bigint not null, expires_at_ms bigint, settled_at_ms bigint,
  primary key (tenant, id), foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create table talk (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  kind text not null, conversation_id text, title text not null, member_ids jsonb not null, due_at_ms bigint,
  state text not null, started_at_ms bigint not null,
  primary key (tenant, id)
);
create table talk_message (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  talk_id text not null, member_ids jsonb not null, author_id text not null, body_cipher bytea not null,
  at_ms bigint not null,
  primary key (tenant, id), foreign key (tenant, talk_id) references talk (tenant, id)
);
create index shift_by_person on shift (tenant, person_id, from_ms);
create index shift_by_team on shift (tenant, team_id, date);
create index handover_item_by_conversation on handover_item (tenant, conversation_id);
create index transfer_by_conversation on transfer (tenant, conversation_id);
create index notice_by_person on notice (tenant, person_id);
-- The wall looks at these once a second.
create index notice_help on notice (tenant, at_ms) where kind = 'help_call';
create index handover_open on handover (tenant, team_id) where state = 'open';
create index transfer_by_team on transfer (tenant, team_id, offered_at_ms);
create index conversation_by_team on conversation (tenant, team_id, started_at_ms);
create index conversation_live on conversation (tenant, team_id) where state <> 'closed';

-- Every change of a presence, who made it and why. late: it came from a desk that was offline.
create table presence_log (
  tenant text not null references tenant, id text not null, person_id text not null, by_id text, cause text not null,
  from_state text not null, to_state text not null, reason text, at_ms bigint not null, accepted_at_ms bigint not null, late boolean not null,
  primary key (tenant, id), foreign key (tenant, person_id) references person (tenant, id)
);
create index presence_log_by_person on presence_log (tenant, person_id, at_ms);

-- What the wall shows over the day, by quarter of an hour (epoch ms of its begin).
create table wall_quarter (
  tenant text not null references tenant, team_id text not null, quarter_ms bigint not null, queue_max integer not null default 0,
  longest_wait_ms bigint not null default 0, open_max integer not null default 0, online_max integer not null default 0,
  primary key (tenant, team_id, quarter_ms), foreign key (tenant, team_id) references team (tenant, id)
);
`,
} as const
