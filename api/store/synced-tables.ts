/**
 * Tables whose rows sync. Written by a ChangeSet in a transaction that ends in commitChanges, nowhere else: lint reads this list.
 * Equal to ENTITY_NAMES (a test compares them).
 */
export const SYNCED_TABLES = [
  'team', 'channel', 'person', 'presence', 'script', 'knowledge', 'shop_picture', 'language_rule', 'figures', 'incident_plan',
  'content_draft', 'release', 'release_read', 'customer', 'customer_note', 'order_head', 'conversation', 'message',
  'promise', 'attachment', 'timer_outcome', 'proposed_reply',
  'shift', 'meal_plan', 'shift_swap', 'notice', 'handover', 'handover_item', 'transfer', 'talk', 'talk_message',
] as const
