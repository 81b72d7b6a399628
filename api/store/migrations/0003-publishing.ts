/** Who holds a job; how far a release is; pictures of the shop in conversations; numbers that customers told. */
export const migration0003 = {
  version: 3,
  name: '0003-publishing',
  sql: `
-- Rows of both are made out of tenant_head's row in commitChanges, whose key is the tenant's: to look the tenant up again for each of them was a
-- third of writing them, and a lock on the tenant's row with every commit.
alter table change drop constraint change_tenant_fkey;
alter table scope_row drop constraint scope_row_tenant_fkey;
-- taken_until_ms is by the database's clock. Of whoever took it: another one's beat and end count for nothing.
alter table job add taken_by text;
-- Items of a release go out in their order: those below are out. It takes the place of release_item.done, which a later release drops.
create table release_progress (
  tenant text not null references tenant, release_id text not null, next_idx integer not null, primary key (tenant, release_id)
);
drop index release_item_open;
-- A picture of the shop that was sent: its bytes stay where they are.
create table attachment_picture (
  tenant text not null, attachment_id text not null, picture_id text not null, primary key (tenant, attachment_id),
  foreign key (tenant, attachment_id) references attachment (tenant, id), foreign key (tenant, picture_id) references shop_picture (tenant, id)
);
-- Identity and account numbers that a customer told: found by their index alone, the number stands in the (encrypted) message. C4.
-- customer_secret.account_cipher and account_index were never filled; a later release drops them.
create table customer_number (
  tenant text not null, customer_id text not null, number_index bytea not null, primary key (tenant, number_index, customer_id),
  foreign key (tenant, customer_id) references customer (tenant, id)
);
`,
} as const
