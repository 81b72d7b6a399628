import { blockOf, type Block, type Card, type Numbers, type Place } from './block.ts'
import type { PaletteEntry } from './entry.ts'
import { EVERYBODY, ScriptStage } from '../entities/script.ts'
import { Known } from './known.ts'
import { SCENE_LABELS, STAGE_LABELS } from './labels.ts'
import { Syllables } from './syllables.ts'
import { stageNumber } from './traits.ts'

/** Entries of a block: a change prepares one block again, not everything. */
export const BLOCK = 256

/** Stages or scenes by their names, as entries of their own, and the number of each in the blocks. */
export type Labels = { block: Block; keys: string[]; numbers: number[] }

/**
 * All scripts (or knowledge entries) prepared for searching: built once, then changed entry by entry. A search (search.ts) finds by the
 * rarest sign, syllable or pair of initials where a word may stand (places.ts), block by block. (S1)
 */
export class PaletteIndex {
  readonly syllables = new Syllables()
  readonly #numbers: Numbers = { syllables: this.syllables, scenes: new Map() }
  readonly #known = new Known()
  readonly #place = new Map<string, Place>()
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
    const fresh = new Map<string, PaletteEntry>()
    const changed = new Map<Block, Map<string, PaletteEntry>>()
    for (const entry of entries) {
      this.#hear(entry)
      const block = this.#place.get(entry.id)?.block
      if (!block) fresh.set(entry.id, entry)
      else changed.set(block, (changed.get(block) ?? new Map<string, PaletteEntry>()).set(entry.id, entry))
    }
    for (const [block, now] of changed) this.#replace(block, kept(block).map(place => now.get(idOf(place)) ?? place))
    const added = [...fresh.values()]
    const tail = this.#blocks.at(-1)
    if (tail && tail.cards.length < BLOCK && added.length > 0) {
      this.#replace(tail, [...kept(tail), ...added.splice(0, BLOCK - tail.cards.length)])
    }
    for (let i = 0; i < added.length; i += BLOCK) this.#blocks.push(this.#made(added.slice(i, i + BLOCK)))
  }

  remove(ids: Iterable<string>): void {
    const gone = new Map<Block, Set<string>>()
    for (const id of ids) {
      const block = this.#place.get(id)?.block
      if (!block) continue
      gone.set(block, (gone.get(block) ?? new Set<string>()).add(id))
      this.#place.delete(id)
    }
    for (const [block, removed] of gone) this.#replace(block, kept(block).filter(place => !removed.has(idOf(place))))
  }

  /** @returns where an entry stands */
  entry(id: string): Place | null {
    return this.#place.get(id) ?? null
  }

  /** What stands in some text, or in the name of a stage or scene. */
  get known(): Known {
    void this.stages
    void this.scenes
    return this.#known
  }

  get stages(): Labels {
    this.#stages ??= this.#labels(ScriptStage.options.map(key => label(key, ...STAGE_LABELS[key])), ScriptStage.options.map(stageNumber))
    return this.#stages
  }

  /** Scenes of the entries here, each once, in the order of their keys. */
  get scenes(): Labels {
    if (!this.#scenes) {
      const keys = [...this.#sceneReadings.keys()].sort()
      this.#scenes = this.#labels(keys.map(key => {
        const [zh, pinyin, en] = SCENE_LABELS[key] ?? [key, this.#sceneReadings.get(key) ?? '', '']
        return label(key, zh, pinyin, en)
      }), keys.map(key => this.#numbers.scenes.get(key) ?? 0))
    }
    return this.#scenes
  }

  #labels(entries: PaletteEntry[], numbers: number[]): Labels {
    const block = blockOf(entries, this.#numbers)
    entries.forEach((_, i) => { this.#known.learn(block, i) })
    return { block, keys: entries.map(({ id }) => id), numbers }
  }

  #hear({ scene, pinyin }: PaletteEntry): void {
    if (scene === null || this.#sceneReadings.has(scene)) return
    this.#sceneReadings.set(scene, pinyin.split('\n')[3] ?? '')
    this.#scenes = null
  }

  #replace(block: Block, parts: readonly (PaletteEntry | Place)[]): void {
    const at = this.#blocks.indexOf(block)
    if (parts.length === 0) this.#blocks.splice(at, 1)
    else this.#blocks[at] = this.#made(parts)
  }

  #made(parts: readonly (PaletteEntry | Place)[]): Block {
    const block = blockOf(parts, this.#numbers)
    parts.forEach((part, i) => { if (!('block' in part)) this.#known.learn(block, i) })
    block.cards.forEach(({ id }, index) => { this.#place.set(id, { block, index }) })
    return block
  }
}

function kept(block: Block): Place[] {
  return block.cards.map((_, index) => ({ block, index }))
}

function idOf({ block, index }: Place): string {
  return block.cards[index]?.id ?? ''
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

