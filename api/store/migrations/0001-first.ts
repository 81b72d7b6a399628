/**
 * The first schema. Every key starts with `tenant`. Synced tables (synced-tables.ts) are written through a ChangeSet only;
 * their columns are the properties of domain/entities in snake_case, `*_cipher` where the value is kept encrypted (crypto.ts),
 * and `row_seq`, the commit that wrote the row last. Everything else is the server's own. Times are epoch milliseconds.
 */
export const migration0001 = {
  version: 1,
  name: '0001-first',
  sql: `
-- The end of protocol/hash64.ts: the FNV state after "entity\\nid\\n" comes from the caller, the digits of the seq are added here.
create function hash64_finish(high bigint, low bigint, row_seq bigint) returns numeric language plpgsql immutable parallel safe as $$
declare
  digits text := row_seq::text;
  product bigint;
  hash numeric;
begin
  for i in 1..length(digits) loop
    low := low # ascii(substr(digits, i, 1));
    product := low * 435;
    high := (high * 435 + (product >> 32) + ((low << 8) & 4294967295)) & 4294967295;
    low := product & 4294967295;
  end loop;
  low := low # (high >> 1);
  hash := mod((high::numeric * 4294967296 + low) * 18397679294719823053, 18446744073709551616);
  high := div(hash, 4294967296)::bigint;
  low := mod(hash, 4294967296)::bigint # (high >> 1);
  hash := mod((high::numeric * 4294967296 + low) * 14181476777654086739, 18446744073709551616);
  high := div(hash, 4294967296)::bigint;
  low := mod(hash, 4294967296)::bigint # (high >> 1);
  return high::numeric * 4294967296 + low;
end
$$;

create table tenant (
  tenant text primary key, shop text not null unique, name text not null, data_key_wrapped bytea not null,
  settings jsonb not null default '{}', created_at_ms bigint not null
);
create table tenant_head (
  tenant text primary key references tenant, epoch text not null, seq bigint not null default 0, floor_seq bigint not null default 0
) with (fillfactor = 50);
create table change (
  tenant text not null references tenant, seq bigint not null, idx integer not null, scope text not null, entity text not null,
  entity_id text not null, op text not null check (op in ('put', 'leave', 'grant')), primary key (tenant, seq, idx)
);
create index change_by_scope on change (tenant, scope, seq);
create table scope_row (
  tenant text not null references tenant, scope text not null, entity text not null, id text not null, row_seq bigint not null,
  primary key (tenant, scope, entity, id)
);
create index scope_row_by_entity on scope_row (tenant, entity, id);
create table scope_sum (
  tenant text not null references tenant, scope text not null, sum numeric(20) not null, primary key (tenant, scope)
);

create table team (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  name text not null, timers jsonb not null, line_patterns jsonb not null, returning_hours integer not null,
  primary key (tenant, id)
);
create table channel (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  kind text not null, name text not null, team_id text not null, language text not null, opening_hours jsonb not null,
  automatic_reply text, closed_notice text, skill text, active boolean not null,
  primary key (tenant, id), foreign key (tenant, team_id) references team (tenant, id)
);
create table person (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  account text not null, name text not null, roles jsonb not null, team_ids jsonb not null, seniority text not null,
  skills jsonb not null, languages jsonb not null, conversation_limit integer not null, active boolean not null,
  primary key (tenant, id), unique (tenant, account)
);
create table presence (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  state text not null, reason text, since_ms bigint not null, reachable boolean not null,
  primary key (tenant, id), foreign key (tenant, id) references person (tenant, id)
);
create table script (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  code text not null, stage text not null, scene text, title text not null, body text not null, language text not null,
  tags jsonb not null, twin_of text, valid_from_ms bigint, valid_to_ms bigint, updated_at_ms bigint not null,
  primary key (tenant, id)
);
create table customer (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  nickname text not null, name_cipher bytea, gender text, tier text not null, tags jsonb not null, since_ms bigint not null,
  phone_masked text, email_masked text, address_masked text, birthday text, order_count integer not null, blocked boolean not null,
  primary key (tenant, id)
);
create table customer_note (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  customer_id text not null, author_id text not null, body_cipher bytea not null, at_ms bigint not null, removed boolean not null,
  primary key (tenant, id), foreign key (tenant, customer_id) references customer (tenant, id)
);
create index customer_note_by_customer on customer_note (tenant, customer_id);
create table order_head (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  customer_id text not null, number text not null, state text not null, placed_at_ms bigint not null, paid_at_ms bigint,
  delivered_at_ms bigint, total_fen bigint not null, items jsonb not null, carrier text, tracking_masked text,
  primary key (tenant, id), unique (tenant, number), foreign key (tenant, customer_id) references customer (tenant, id)
);
create index order_head_by_customer on order_head (tenant, customer_id);
create table conversation (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  customer_id text not null, customer_name text not null, channel_id text not null, channel_kind text not null,
  team_id text not null, state text not null, owner_id text, transferred_from jsonb not null, language text not null, skill text,
  tier text not null, priority integer not null, started_at_ms bigint not null, queued_at_ms bigint, assigned_at_ms bigint,
  closed_at_ms bigint, last_position integer not null, seen_position integer not null, snippet_cipher bytea not null,
  last_message_at_ms bigint not null, last_author text, spam boolean not null, enquiry_class text, outcome text,
  timers jsonb not null,
  primary key (tenant, id), foreign key (tenant, customer_id) references customer (tenant, id),
  foreign key (tenant, channel_id) references channel (tenant, id), foreign key (tenant, team_id) references team (tenant, id),
  foreign key (tenant, owner_id) references person (tenant, id)
) with (fillfactor = 70);
create index conversation_by_owner on conversation (tenant, owner_id, state);
create index conversation_by_customer on conversation (tenant, customer_id, started_at_ms);
create index conversation_queue on conversation (tenant, team_id, priority desc, queued_at_ms) where state = 'queued';
create table message (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, position integer not null, author text not null, author_id text, line_kind text, script_id text,
  body_cipher bytea not null, system jsonb, attachment_ids jsonb not null, quote_id text, mentions jsonb not null,
  client_at_ms bigint not null, accepted_at_ms bigint not null, delivered_at_ms bigint,
  primary key (tenant, id), unique (tenant, conversation_id, position),
  foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create table promise (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, agent_id text not null, text_cipher bytea not null, due_at_ms bigint not null, state text not null,
  created_at_ms bigint not null, settled_at_ms bigint,
  primary key (tenant, id), foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create index promise_by_conversation on promise (tenant, conversation_id);
create table attachment (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, name text not null, mime text not null, size integer not null, sha256 text not null,
  width integer not null, height integer not null, state text not null, created_at_ms bigint not null,
  primary key (tenant, id), foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create table timer_outcome (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, agent_id text, rule text not null, started_at_ms bigint not null, due_at_ms bigint not null,
  settled_at_ms bigint, hit boolean not null,
  primary key (tenant, id), foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create index timer_outcome_by_agent on timer_outcome (tenant, agent_id, started_at_ms);
create table proposed_reply (
  tenant text not null references tenant, id text not null, row_seq bigint not null default 0,
  conversation_id text not null, author_id text not null, body_cipher bytea not null, written_at_ms bigint not null,
  dismissed boolean not null,
  primary key (tenant, id), foreign key (tenant, conversation_id) references conversation (tenant, id)
);
create index proposed_reply_by_conversation on proposed_reply (tenant, conversation_id);

-- P4: full values; the masked forms are in customer and order_head. Indexes are HMACs of the normalised value (crypto.ts).
create table customer_secret (
  tenant text not null, customer_id text not null, phone_cipher bytea, email_cipher bytea, address_cipher bytea, account_cipher bytea,
  name_index bytea, phone_index bytea, phone_tail_index bytea, email_index bytea, account_index bytea,
  primary key (tenant, customer_id), foreign key (tenant, customer_id) references customer (tenant, id)
);
create index customer_secret_by_phone on customer_secret (tenant, phone_index);
create index customer_secret_by_phone_tail on customer_secret (tenant, phone_tail_index);
create index customer_secret_by_email on customer_secret (tenant, email_index);
create index customer_secret_by_name on customer_secret (tenant, name_index);
create table order_secret (
  tenant text not null, order_id text not null, tracking_cipher bytea, tracking_index bytea, primary key (tenant, order_id),
  foreign key (tenant, order_id) references order_head (tenant, id)
);

create table person_credential (
  tenant text not null, person_id text not null, password_hash text not null, must_change boolean not null default false,
  updated_at_ms bigint not null, primary key (tenant, person_id), foreign key (tenant, person_id) references person (tenant, id)
);
create table device (
  tenant text not null, id text not null, person_id text not null, name text not null,
  status text not null check (status in ('active', 'revoked')), last_mutation_id bigint not null default 0, schema_version integer,
  escrow_cipher bytea, last_seen_at_ms bigint, created_at_ms bigint not null, revoked_at_ms bigint,
  primary key (tenant, id), foreign key (tenant, person_id) references person (tenant, id)
);
create index device_by_person on device (tenant, person_id);
create table mutation_result (
  tenant text not null, device_id text not null, mutation_id bigint not null, key text not null, name text not null,
  status text not null check (status in ('applied', 'rejected', 'failed')), code text, body text, seq bigint not null,
  at_ms bigint not null, primary key (tenant, device_id, mutation_id),
  foreign key (tenant, device_id) references device (tenant, id)
);
create table scope_grant (
  tenant text not null, person_id text not null, scope text not null, reason text not null, until_ms bigint,
  primary key (tenant, person_id, scope, reason), foreign key (tenant, person_id) references person (tenant, id)
);
create index scope_grant_by_reason on scope_grant (tenant, reason);
create table refresh_token (
  tenant text not null, id text not null, family_id text not null, device_id text not null, person_id text not null,
  token_hash bytea not null, created_at_ms bigint not null, expires_at_ms bigint not null, used_at_ms bigint, parent_id text,
  revoked_at_ms bigint, primary key (tenant, id), unique (tenant, token_hash),
  foreign key (tenant, device_id) references device (tenant, id)
);
create index refresh_token_by_family on refresh_token (tenant, family_id);
create table one_time_code (
  tenant text not null, id text not null, person_id text not null, purpose text not null, code_hash text not null,
  created_by text, attempts integer not null default 0, created_at_ms bigint not null, expires_at_ms bigint not null, used_at_ms bigint,
  primary key (tenant, id), foreign key (tenant, person_id) references person (tenant, id)
);
-- Sign-in limits: one bucket per key, counted over a window. Not bound to a tenant row: unknown shops count too.
create table rate_bucket (
  tenant text not null, key text not null, count integer not null, window_start_ms bigint not null, blocked_until_ms bigint,
  primary key (tenant, key)
);

create table channel_secret (
  tenant text not null, channel_id text not null, kind text not null check (kind in ('web_chat', 'webhook_in', 'webhook_out')),
  public_key text, secret_cipher bytea, url text, active boolean not null default true, created_at_ms bigint not null,
  primary key (tenant, channel_id, kind), foreign key (tenant, channel_id) references channel (tenant, id)
);
create unique index channel_secret_public_key on channel_secret (public_key) where public_key is not null;
create table visitor (
  tenant text not null, id text not null, channel_id text not null, customer_id text not null, token_hash bytea not null,
  language text not null, created_at_ms bigint not null, last_seen_at_ms bigint not null,
  primary key (tenant, id), unique (tenant, token_hash),
  foreign key (tenant, channel_id) references channel (tenant, id), foreign key (tenant, customer_id) references customer (tenant, id)
);
create index visitor_by_customer on visitor (tenant, customer_id);
-- The shop IM's own ids; kind: conversation, message, customer.
create table external_ref (
  tenant text not null, channel_id text not null, kind text not null, external_id text not null, internal_id text not null,
  created_at_ms bigint not null, primary key (tenant, channel_id, kind, external_id),
  foreign key (tenant, channel_id) references channel (tenant, id)
);
create index external_ref_by_internal on external_ref (tenant, kind, internal_id);
-- Standard Webhooks ids already taken in: a replay is answered as before and does nothing.
create table webhook_inbox (
  tenant text not null, channel_id text not null, webhook_id text not null, received_at_ms bigint not null,
  primary key (tenant, channel_id, webhook_id), foreign key (tenant, channel_id) references channel (tenant, id)
);
create table delivery (
  tenant text not null references tenant, id text not null, kind text not null, channel_id text, conversation_id text, message_id text,
  payload_cipher bytea not null, state text not null check (state in ('pending', 'done', 'dead')),
  attempts integer not null default 0, next_at_ms bigint not null, taken_until_ms bigint, last_status integer, last_error text,
  created_at_ms bigint not null, settled_at_ms bigint, primary key (tenant, id)
);
create index delivery_due on delivery (next_at_ms) where state = 'pending';
create index delivery_by_conversation on delivery (tenant, conversation_id, created_at_ms) where state = 'pending';
create table job (
  tenant text not null references tenant, kind text not null, key text not null, due_at_ms bigint not null,
  payload jsonb not null default '{}', attempts integer not null default 0, taken_until_ms bigint, last_error text,
  version bigint not null default 0, primary key (tenant, kind, key)
);
create index job_due on job (due_at_ms);
create table audit (
  tenant text not null references tenant, id text not null, at_ms bigint not null, person_id text, device_id text,
  action text not null, subject text, detail jsonb not null default '{}', address text, primary key (tenant, id)
);
create index audit_by_time on audit (tenant, at_ms);
create table attachment_chunk (
  tenant text not null, attachment_id text not null, n integer not null, bytes bytea not null, stored_at_ms bigint not null,
  primary key (tenant, attachment_id, n), foreign key (tenant, attachment_id) references attachment (tenant, id)
);
`,
} as const
