import type { PaletteEntry } from '../../domain/palette/entry.ts'
import { marksOf } from '../../domain/palette/marks.ts'
import { PaletteIndex, type Sight } from '../../domain/palette/palette-index.ts'
import { pick } from '../../domain/palette/pick.ts'
import { search } from '../../domain/palette/search.ts'
import { wishesOf } from '../../domain/scripts/suggest.ts'

/**
 * Of every kind: a letter, initials, a beginning, whole syllables, characters, English, mistyped, nowhere. None whose reading is looked up: the
 * dictionary for it (10 MB) is for those who search.
 */
const TYPED = ['t', 'tk', 'ji', 'ysh', 'tuikuan', '退', '退款', '退款 订单', '退kuan', 'refu', 'tuikaun', 'qwxzv']
const ROUNDS = 4
const SHOWN = 12
const SIGHT: Sight = { nowMs: 0, stage: null, scene: null, teamIds: [], channelId: null, tier: null }
/** A moment in which much fits. */
const WISHES = wishesOf({
  talk: {
    leftMessage: false, waiting: true, greetingOnly: true, answered: true, late: true, holdingDue: true, silent: false, angry: true, promiseOpen: true,
    closingAsked: false, takenOver: true, afterSale: true,
  },
  vip: true, complainer: true, order: 'shipped', presence: 'online', mealSoon: true, handoverSoon: true, incidentScriptIds: [],
})
const BONUS = { byId: new Map<string, number>(), byStage: new Map(), language: null }

/**
 * Runs what a key press runs on a few entries, before anybody types: code that was never run takes five to ten times as long, and the
 * first words an agent searches for would have to wait for it.
 * @param turn lets others have their turn: each search takes some milliseconds
 */
export async function warmUp(entries: readonly PaletteEntry[], turn: () => Promise<void>): Promise<void> {
  const index = new PaletteIndex()
  index.put(entries)
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of TYPED) {
      await turn()
      const { ids, words } = search(index, text, SIGHT, BONUS, SHOWN)
      for (const id of ids) {
        const place = index.entry(id)
        if (place) marksOf(place, words)
      }
    }
    await turn()
    pick(index, WISHES, '退款怎么还没到', SIGHT, BONUS, { count: SHOWN, all: round % 2 === 0 })
  }
}
