import { _seen, _seeFirst, _use, readUses, unseenScripts } from '../../db/local/script-use.ts'
import type { Knowledge, Script, ScriptStage } from '../../domain/entities/script.ts'
import { knowledgeEntry, scriptEntry } from '../../domain/palette/entry.ts'
import { marksInFilled, marksOf } from '../../domain/palette/marks.ts'
import type { Sight } from '../../domain/palette/palette-index.ts'
import { pinyinOf } from '../../domain/palette/pinyin.ts'
import { pick } from '../../domain/palette/pick.ts'
import type { Bonus } from '../../domain/palette/ranking.ts'
import { search, wordsOf, type Found } from '../../domain/palette/search.ts'
import { OFTEN_FROM, usageBonus } from '../../domain/palette/usage.ts'
import { wishesOf, type Wish } from '../../domain/scripts/suggest.ts'
import { fillBody, type VariableValues } from '../../domain/scripts/variables.ts'
import type { Clock } from '../../domain/ports.ts'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { HitReason, PaletteHit, PaletteView } from '../../protocol/script-views.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { Shelf } from './shelf.ts'
import { momentOf, type Moment } from './situation.ts'
import { variableValues } from './values.ts'

type Query = CallInput<'palette.search'>
/** Many pulls in a row are taken in together. */
const SETTLE_MS = 100
const OFFERED = 5
const USAGE_FRESH_MS = 10 * 60_000
const MOST_MOMENT = 8
const ZONE = 'Asia/Shanghai'

/** The palette of an open desk: its indexes are kept warm, so that a key press only searches. */
export class Palette {
  readonly #desk: OpenDesk
  readonly #clock: Clock
  readonly #scripts: Shelf<'script'>
  readonly #knowledge: Shelf<'knowledge'>
  readonly #stopped = new AbortController()
  #waiting = false
  #readings = false
  #usage: { atMs: number; bonus: Map<string, number> } | null = null
  #unseen: ReadonlySet<string> | null = null

  constructor(desk: OpenDesk, clock: Clock) {
    this.#desk = desk
    this.#clock = clock
    this.#scripts = new Shelf(desk.file, 'script', scriptEntry)
    this.#knowledge = new Shelf(desk.file, 'knowledge', knowledgeEntry)
    this.#warmSoon()
  }

  /** Tables of the file were written. */
  written(tables: ReadonlySet<string>): void {
    if (tables.has('script')) this.#scripts.written()
    if (tables.has('knowledge')) this.#knowledge.written()
    if (tables.has('script') || tables.has('script_seen')) this.#unseen = null
    if (this.#scripts.stale || this.#knowledge.stale) this.#warmSoon()
  }

  stop(): void {
    this.#stopped.abort()
  }

  search(query: Query): PaletteView {
    const { serverClock, me, file } = this.#desk
    const nowMs = serverClock.now()
    this.#warmReadings()
    const shelf = query.tab === 'scripts' ? this.#scripts : this.#knowledge
    shelf.refresh()
    const moment = momentOf(file.read, me, query.conversationId, nowMs)
    const sight = this.#sight(query, moment, nowMs)
    const wishes = query.tab === 'scripts' ? wishesOf(moment.situation) : []
    const bonus: Bonus = { byId: this.#bonus(nowMs), byStage: stagesOf(wishes), language: moment.conversation?.language ?? null }
    const scenes = shelf.index.scenes.keys
    const values = this.#values(moment, nowMs)
    const make = (id: string, reason: HitReason | null, found: Found | null): PaletteHit[] => {
      const row = shelf.row(id)
      return row ? [this.#hit(row, query.tab, reason, found, values)] : []
    }
    if (wordsOf(query.text).length === 0) {
      // Over another program no moment says what fits: everything, what this agent uses first.
      const all = sight.stage !== null || sight.scene !== null || query.conversationId === null
      const many = { count: all ? query.limit : Math.min(OFFERED, query.limit), all }
      const picked = pick(shelf.index, wishes, moment.customerWords, sight, bonus, many)
      const hits = picked.flatMap(({ id, reason }) => make(id, reason ?? this.#habit(id), null))
      return { hits, total: hits.length, how: 'offered', scenes }
    }
    const incident = new Set(moment.situation.incidentScriptIds)
    const found = search(shelf.index, query.text, sight, bonus, query.limit)
    const hits = found.ids.flatMap(id => make(id, incident.has(id) ? 'incident' : this.#habit(id), found))
    return { hits, total: found.total, how: found.how, scenes }
  }

  /**
   * The script of a stage that fits the conversation best, in its own language; null when the team has none. What is asked for is taken
   * as the moment: who wants a closing line is at the end (D7), who wants an opening line at the beginning (D1).
   */
  bestOf(conversationId: string, stage: ScriptStage): PaletteHit | null {
    const { serverClock, me, file } = this.#desk
    const nowMs = serverClock.now()
    this.#scripts.refresh()
    const moment = momentOf(file.read, me, conversationId, nowMs)
    const { conversation, situation } = moment
    if (!conversation || !situation.talk) return null
    if (stage === 'closing') situation.talk = { ...situation.talk, answered: true, waiting: false, promiseOpen: false, silent: false }
    if (stage === 'opening' && !situation.talk.silent) situation.talk = { ...situation.talk, answered: false, waiting: true }
    const sight = this.#sight({ stage, scene: null }, moment, nowMs)
    const bonus: Bonus = { byId: this.#bonus(nowMs), byStage: new Map(), language: conversation.language }
    const [picked] = pick(this.#scripts.index, wishesOf(situation), '', sight, bonus, { count: 1, all: true })
    const row = picked && this.#scripts.row(picked.id)
    return row?.language === conversation.language ? this.#hit(row, 'scripts', null, null, this.#values(moment, nowMs)) : null
  }

  /** Inserted or copied: counts for the rank, and the mark "changed" goes. */
  used(scriptId: string, conversationId: string | null): void {
    const atMs = this.#desk.serverClock.now()
    this.#desk.file.write(db => {
      _use(db, scriptId, conversationId, atMs)
      _seen(db, [scriptId])
    })
    this.#usage = null
  }

  seen(scriptIds: readonly string[]): void {
    this.#desk.file.write(db => _seen(db, scriptIds))
  }

  #warmSoon(): void {
    if (this.#waiting) return
    this.#waiting = true
    this.#clock.sleep(SETTLE_MS, this.#stopped.signal).then(() => {
      this.#waiting = false
      if (!this.#desk.file.open) return
      this.#desk.file.write(_seeFirst)
      this.#scripts.refresh()
      this.#knowledge.refresh()
    }, () => undefined)
  }

  /** The first reading of a text takes 50 ms: once the palette is open, but not in the answer to a key. */
  #warmReadings(): void {
    if (this.#readings) return
    this.#readings = true
    this.#clock.sleep(SETTLE_MS, this.#stopped.signal).then(() => { pinyinOf('读') }, () => undefined)
  }

  #sight({ stage, scene }: Pick<Query, 'stage' | 'scene'>, { conversation }: Moment, nowMs: number): Sight {
    return {
      nowMs, stage, scene, teamIds: conversation ? [conversation.teamId] : this.#desk.me.teamIds,
      channelId: conversation?.channelId ?? null, tier: conversation?.tier ?? null,
    }
  }

  #bonus(nowMs: number): ReadonlyMap<string, number> {
    if (this.#usage === null || Math.abs(nowMs - this.#usage.atMs) > USAGE_FRESH_MS) {
      this.#usage = { atMs: nowMs, bonus: new Map([...readUses(this.#desk.file.read)].map(([id, uses]) => [id, usageBonus(uses, nowMs)])) }
    }
    return this.#usage.bonus
  }

  #habit(id: string): HitReason | null {
    const bonus = this.#usage?.bonus.get(id) ?? 0
    return bonus === 0 ? null : bonus >= OFTEN_FROM ? 'often' : 'recent'
  }

  #isUnseen(id: string): boolean {
    this.#unseen ??= new Set(unseenScripts(this.#desk.file.read).map(script => script.id))
    return this.#unseen.has(id)
  }

  #values({ conversation, channel, customer, order }: Moment, nowMs: number): VariableValues {
    return variableValues({
      language: conversation?.language ?? 'zh', customer, customerName: conversation?.customerName ?? null, order, agentName: this.#desk.me.name,
      shopName: this.#desk.shop.name, nowMs, timeZone: channel?.openingHours.timeZone ?? ZONE,
    })
  }

  #hit(row: Script | Knowledge, tab: Query['tab'], reason: HitReason | null, found: Found | null, values: VariableValues): PaletteHit {
    const script = 'body' in row ? row : null
    const knowledge = 'question' in row ? row : null
    const filled = fillBody(script?.body ?? knowledge?.solution ?? '', values)
    const entry = found ? (tab === 'scripts' ? this.#scripts : this.#knowledge).index.entry(row.id) : null
    const marks = entry && found ? marksOf(entry, found.words) : { title: [], body: [], code: [] }
    return {
      id: row.id, code: script?.code ?? null, title: script?.title ?? knowledge?.question ?? '', text: filled.text,
      body: script !== null && script.personId !== null ? script.body : null, filled: filled.filled, open: filled.open,
      titleMarks: marks.title, textMarks: marksInFilled(marks.body, filled), codeMarks: marks.code, stage: script?.stage ?? null, scene: row.scene,
      language: row.language, tags: row.tags, personal: (script?.personId ?? null) !== null, changed: script !== null && this.#isUnseen(row.id),
      pictureIds: row.pictureIds, reason, cases: knowledge?.cases ?? [], mistakes: knowledge?.mistakes ?? [], updatedAtMs: row.updatedAtMs,
    }
  }
}

/** What fits the moment goes a little further up also among what was searched for. */
function stagesOf(wishes: readonly Wish[]): Map<ScriptStage, number> {
  const stages = new Map<ScriptStage, number>()
  for (const { stage, points } of wishes) {
    if (stage) stages.set(stage, Math.max(stages.get(stage) ?? 0, Math.min(MOST_MOMENT, points / 12)))
  }
  return stages
}
