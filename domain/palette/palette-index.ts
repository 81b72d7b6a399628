import type { ScriptStage } from '../entities/script.ts'
import { blockOf, joinBlocks, sliceBlock, type Block, type Card } from './block.ts'
import type { PaletteEntry } from './entry.ts'
import { EVERYBODY } from '../entities/script.ts'
import { Known } from './known.ts'
import { SCENE_LABELS, STAGE_LABELS } from './labels.ts'
import { Places } from './places.ts'
import { Syllables } from './syllables.ts'

/** A change prepares one block again, not everything. */
const BLOCK = 256

/** Stages and scenes by their names, as entries of their own. */
export type Labels = { block: Block; keys: string[] }

/**
 * Prepared strings of all scripts (or knowledge entries): built once, then changed entry by entry. A search (search.ts) goes through
 * all of them by native search, except where something says at once that there is nothing (known.ts) or where it is (places.ts). (S1)
 */
export class PaletteIndex {
  readonly syllables = new Syllables()
  readonly #known = new Known()
  readonly #place = new Map<string, Block>()
  #blocks: Block[] = []
  #stages: Labels | null = null
  #scenes: Labels | null = null
  readonly #sceneReadings = new Map<string, string>()

  get blocks(): readonly Block[] {
    return this.#blocks
  }

  get size(): number {
    return this.#place.size
  }

  has(id: string): boolean {
    return this.#place.has(id)
  }

  ids(): IterableIterator<string> {
    return this.#place.keys()
  }

  /** Puts new and changed entries in. An entry keeps its place; new ones come last. */
  put(entries: readonly PaletteEntry[]): void {
    const added: Block[] = []
    const changed = new Map<Block, Map<string, Block>>()
    const last = new Map(entries.map(entry => [entry.id, entry]))
    for (const entry of last.values()) {
      const prepared = blockOf(entry, this.syllables)
      this.#known.learn(prepared)
      this.#hear(entry)
      const block = this.#place.get(entry.id)
      if (!block) added.push(prepared)
      else changed.set(block, (changed.get(block) ?? new Map<string, Block>()).set(entry.id, prepared))
    }
    for (const [block, prepared] of changed) {
      this.#replace(block, block.cards.map((card, i) => prepared.get(card.id) ?? sliceBlock(block, i)))
    }
    const tail = this.#blocks.at(-1)
    if (tail && tail.cards.length < BLOCK && added.length > 0) {
      this.#replace(tail, [tail, ...added.splice(0, BLOCK - tail.cards.length)])
    }
    for (let i = 0; i < added.length; i += BLOCK) this.#blocks.push(this.#placed(joinBlocks(added.slice(i, i + BLOCK))))
  }

  remove(ids: Iterable<string>): void {
    const gone = new Map<Block, Set<string>>()
    for (const id of ids) {
      const block = this.#place.get(id)
      if (!block) continue
      gone.set(block, (gone.get(block) ?? new Set<string>()).add(id))
      this.#place.delete(id)
    }
    for (const [block, removed] of gone) {
      this.#replace(block, block.cards.flatMap((card, i) => removed.has(card.id) ? [] : [sliceBlock(block, i)]))
    }
  }

  /** @returns what is known of an entry, and its own text */
  entry(id: string): Block | null {
    const block = this.#place.get(id)
    if (!block) return null
    let at = 0
    while (block.cards[at]?.id !== id) at++
    return sliceBlock(block, at)
  }

  /** What stands in some text, or in the name of a stage or scene. */
  get known(): Known {
    void this.stages
    void this.scenes
    return this.#known
  }

  get stages(): Labels {
    this.#stages ??= this.#labels(Object.entries(STAGE_LABELS).map(([key, [zh, pinyin, en]]) => label(key, zh, pinyin, en)))
    return this.#stages
  }

  /** Scenes of the entries here, each once, in the order of their keys. */
  get scenes(): Labels {
    if (!this.#scenes) {
      const keys = [...this.#sceneReadings.keys()].sort()
      this.#scenes = this.#labels(keys.map(key => {
        const [zh, pinyin, en] = SCENE_LABELS[key] ?? [key, this.#sceneReadings.get(key) ?? '', '']
        return label(key, zh, pinyin, en)
      }))
    }
    return this.#scenes
  }

  #labels(entries: PaletteEntry[]): Labels {
    const block = joinBlocks(entries.map(entry => blockOf(entry, this.syllables)))
    this.#known.learn(block)
    return { block, keys: entries.map(({ id }) => id) }
  }

  #hear({ scene, pinyin }: PaletteEntry): void {
    if (scene === null || this.#sceneReadings.has(scene)) return
    this.#sceneReadings.set(scene, pinyin.split('\n')[3] ?? '')
    this.#scenes = null
  }

  #replace(block: Block, parts: Block[]): void {
    const at = this.#blocks.indexOf(block)
    if (parts.length === 0) this.#blocks.splice(at, 1)
    else this.#blocks[at] = this.#placed(joinBlocks(parts))
  }

  #placed(block: Block): Block {
    block.places = new Places(block.units)
    for (const { id } of block.cards) this.#place.set(id, block)
    return block
  }
}

/** A stage or scene as an entry: its Chinese names as the title, the English ones and its key as the body. */
function label(key: string, zh: string, pinyin: string, en: string): PaletteEntry {
  return {
    id: key, code: null, title: zh, body: `${en} ${key.replaceAll('_', ' ')}`, tags: [], stage: null, scene: null, language: 'zh', validFromMs: null,
    validToMs: null, audience: EVERYBODY, personal: false, pinyin: `${pinyin}\n\n\n`,
  }
}

/** Who may be shown what, now. */
export type Sight = {
  nowMs: number
  stage: ScriptStage | null
  scene: string | null
  /** Teams of the conversation, or of the agent. */
  teamIds: readonly string[]
  /** Null: not known, then nothing is held back for it. */
  channelId: string | null
  tier: 'normal' | 'silver' | 'gold' | null
}

/** S3: in its dates, for this team, channel and tier, and of the stage and scene that were chosen. */
export function isSeen(card: Pick<Card, 'stage' | 'scene' | 'validFromMs' | 'validToMs' | 'audience'>, sight: Sight): boolean {
  if (sight.stage !== null && card.stage !== sight.stage) return false
  if (sight.scene !== null && card.scene !== sight.scene) return false
  if (card.validFromMs !== null && sight.nowMs < card.validFromMs) return false
  if (card.validToMs !== null && sight.nowMs >= card.validToMs) return false
  const { teamIds, channelIds, tiers } = card.audience
  return (teamIds.length === 0 || teamIds.some(id => sight.teamIds.includes(id)))
    && (channelIds.length === 0 || sight.channelId === null || channelIds.includes(sight.channelId))
    && (tiers.length === 0 || sight.tier === null || tiers.includes(sight.tier))
}

