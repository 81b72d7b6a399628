import * as z from 'zod/mini'

const or = z._default

/** Kept on this machine, per agent file. In the small zod and in a file of its own: it is read before the first list of the day is drawn. */
export const DeskSettings = z.object({
  theme: or(z.enum(['system', 'light', 'dark', 'contrast']), 'system'),
  language: or(z.enum(['system', 'zh', 'en']), 'system'),
  textSize: or(z.enum(['small', 'normal', 'large']), 'normal'),
  sound: or(z.boolean(), true),
  volume: or(z.number().check(z.gte(0), z.lte(1)), 0.6),
  quiet: or(z.boolean(), false),
  /** Seconds a sent message can be taken back; 0 = at once. */
  takeBackSec: or(z.int().check(z.gte(0), z.lte(10)), 3),
  lockAfterMin: or(z.int().check(z.gte(0), z.lte(240)), 15),
  offerApology: or(z.boolean(), true),
  sidebarOpen: or(z.boolean(), true),
  /** Action -> accelerator where changed. */
  shortcuts: or(z.record(z.string(), z.string()), {}),
})
export type DeskSettings = z.infer<typeof DeskSettings>
