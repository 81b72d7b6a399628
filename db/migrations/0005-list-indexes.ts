/**
 * The lists stay quick with ten thousand closed conversations and a long outbox. After a snapshot the older index may go by the
 * other of its two names.
 */
export const LIST_INDEXES = `
CREATE INDEX conversation_by_owner_id_state_closed_at_ms ON conversation (owner_id, state, closed_at_ms);
DROP INDEX IF EXISTS conversation_by_owner_id_state;
DROP INDEX IF EXISTS conversation_by_owner_id_state_x;
CREATE INDEX outbox_by_stage ON outbox (stage, name);
`
