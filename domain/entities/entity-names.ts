/** The name of every entity that syncs, on the wire, in SQL and in code. Apart from the schemas, which take longer to make than a desk to open. */
export const ENTITY_NAMES = [
  'team', 'channel', 'person', 'presence', 'script', 'knowledge', 'shop_picture', 'language_rule', 'figures', 'incident_plan',
  'content_draft', 'release', 'release_read', 'customer', 'customer_note', 'order_head', 'conversation', 'message', 'promise',
  'attachment', 'timer_outcome', 'proposed_reply',
  'shift', 'meal_plan', 'shift_swap', 'notice', 'handover', 'handover_item', 'transfer', 'talk', 'talk_message',
] as const
