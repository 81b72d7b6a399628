/** A reply and an internal note are drafts of their own, so that a note can never become a reply; chosen pictures stay with theirs. */
export const DRAFT_KINDS = `
ALTER TABLE draft RENAME TO draft_before;
CREATE TABLE draft (
  conversation_id TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'reply' CHECK (kind IN ('reply', 'note')), body TEXT NOT NULL,
  attachment_ids TEXT NOT NULL DEFAULT '[]', at_ms INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, kind)
) STRICT;
INSERT INTO draft (conversation_id, body, at_ms) SELECT conversation_id, body, at_ms FROM draft_before;
DROP TABLE draft_before;
`
