import type { Audience } from '../../domain/entities/script.ts'

/** Without the schemas of domain/entities: a window checks nothing. */
export const EVERYBODY: Audience = { teamIds: [], channelIds: [], tiers: [] }
export const STAGES = [
  'opening', 'care', 'waiting', 'look_up', 'transfer', 'recommendation', 'order_check', 'reminder', 'closing',
  'apology', 'complaint', 'after_sale', 'meal', 'handover_give', 'handover_take', 'left_message',
] as const
export const TIERS = ['normal', 'silver', 'gold'] as const
