import type { Language } from '../entities/scalars.ts'
import type { ScriptStage } from '../entities/script.ts'
import { Best } from './best.ts'
import type { Block, Card } from './block.ts'
import { isSeen, type PaletteIndex, type Sight } from './palette-index.ts'
import { HELD, KIND, worthOfKinds } from './traits.ts'

export type Bonus = { byId: ReadonlyMap<string, number>; byStage: ReadonlyMap<ScriptStage, number>; language: Language | null }

const SAME_LANGUAGE = 18

/** Who of those that were found is shown, and in which order. */
export class Ranking {
  readonly #index: PaletteIndex
  readonly #sight: Sight
  readonly #limit: number
  readonly #kinds: Float64Array
  /** What this agent's use brings, entry by entry; null = nothing was used. */
  readonly #used: Float64Array | null

  constructor(index: PaletteIndex, sight: Sight, { byId, byStage, language }: Bonus, limit: number) {
    this.#index = index
    this.#sight = sight
    this.#limit = limit
    this.#kinds = worthOfKinds((stage, of) => (stage === null ? 0 : byStage.get(stage) ?? 0) + (of === language ? SAME_LANGUAGE : 0))
    this.#used = byId.size > 0 ? usedOf(index, byId) : null
  }

  /** @param scores one for each entry, 0 = not found @returns the best, and how many may be shown in all */
  best(scores: Float64Array): { ids: string[]; total: number } {
    const best = new Best(this.#limit)
    let total = 0
    let base = 0
    for (const block of this.#index.blocks) {
      total += this.#rank(block, base, scores, best)
      base += block.cards.length
    }
    return { ids: best.taken().map(({ id }) => id), total }
  }

  #rank({ cards, traits, orders }: Block, base: number, scores: Float64Array, best: Best): number {
    const sight = this.#sight
    const kinds = this.#kinds
    const used = this.#used
    const filtered = sight.stage !== null || sight.scene !== null
    let total = 0
    for (let i = 0; i < cards.length; i++) {
      const score = scores[base + i] as number
      if (score === 0) continue
      const trait = traits[i] as number
      if ((filtered || (trait & HELD) !== 0) && !isSeen(cards[i] as Card, sight)) continue
      total++
      const extra = kinds[trait >> KIND] as number
      const all = score + (used ? (used[base + i] as number) + extra : extra)
      if (all >= best.least) best.offer(all, orders[i] as number, cards[i] as Card)
    }
    return total
  }
}

function usedOf(index: PaletteIndex, byId: ReadonlyMap<string, number>): Float64Array {
  const used = new Float64Array(index.size)
  const bases = new Map<Block, number>()
  let base = 0
  for (const block of index.blocks) {
    bases.set(block, base)
    base += block.cards.length
  }
  for (const [id, bonus] of byId) {
    const place = index.entry(id)
    if (place) used[(bases.get(place.block) ?? 0) + place.index] = bonus
  }
  return used
}
