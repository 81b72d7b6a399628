import { openOf } from '../../db/conversations.ts'
import { DiskFullError } from '../../db/errors.ts'
import type { Written } from '../../db/handle.ts'
import { rowsAfter } from '../../db/scripts.ts'
import { _seen, _seeFirst, _use, isUnseen, readUses } from '../../db/local/script-use.ts'
import type { Knowledge, Script, ScriptStage } from '../../domain/entities/script.ts'
import { knowledgeEntry, scriptEntry } from '../../domain/palette/entry.ts'
import { marksInFilled, marksOf } from '../../domain/palette/marks.ts'
import { BLOCK, type Sight } from '../../domain/palette/palette-index.ts'
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
import { DeskFailure } from '../failure.ts'
import type { OpenDesk } from '../session/open-desk.ts'
import { Shelf } from './shelf.ts'
import { momentOf, type Moment } from './situation.ts'
import { variableValues } from './values.ts'
import { warmUp } from './warm-up.ts'

type Query = CallInput<'palette.search'>
/** Many pulls in a row are taken in together. */
const SETTLE_MS = 100
const OFFERED = 5
const USAGE_FRESH_MS = 10 * 60_000
const MOST_MOMENT = 8
/** What a moment offers is counted in seconds. */
const MOMENT_FRESH_MS = 1_000
/** The window has shown its list by then. */
const WARM_UP_AFTER_MS = 1_500
const WARM_UP_HITS = 12
const ZONE = 'Asia/Shanghai'

type Now = {
  conversationId: string | null
  atMs: number
  moment: Moment
  wishes: readonly Wish[]
  byStage: Map<ScriptStage, number>
  values: VariableValues
}

/** The palette of an open desk: its indexes are kept warm, so that a key press only searches. */
export class Palette {
  readonly #desk: OpenDesk
  readonly #clock: Clock
  readonly #scripts: Shelf<'script'>
  readonly #knowledge: Shelf<'knowledge'>
  readonly #stopped = new AbortController()
  #waiting = false
  #readings = false
  #warmedUp = false
  #usage: { atMs: number; bonus: Map<string, number> } | null = null
  /** Whether a script carries the mark "changed", of those that were shown. */
  readonly #unseen = new Map<string, boolean>()
  #now: Now | null = null

  constructor(desk: OpenDesk, clock: Clock) {
    this.#desk = desk
    this.#clock = clock
    this.#scripts = new Shelf(desk.file, 'script', scriptEntry, clock, this.#stopped.signal)
    this.#knowledge = new Shelf(desk.file, 'knowledge', knowledgeEntry, clock, this.#stopped.signal)
    this.#warmSoon()
  }

  /** Tables of the file were written. */
  written(tables: Written): void {
    this.#now = null
    if (tables.has('script_seen')) this.#unseen.clear()
    for (const shelf of [this.#scripts, this.#knowledge]) {
      const ids = tables.get(shelf.entity)
      if (ids === undefined) continue
      shelf.written(ids)
      if (shelf === this.#scripts) forget(this.#unseen, ids)
      this.#warmSoon()
    }
  }

  stop(): void {
    this.#stopped.abort(new DeskFailure('not_signed_in'))
  }

  /** At once, except while much that was written is taken in. */
  search(query: Query): PaletteView | Promise<PaletteView> {
    this.#warmReadings()
    const behind = (query.tab === 'scripts' ? this.#scripts : this.#knowledge).takeIn()
    return behind ? behind.then(() => this.search(query)) : this.#found(query)
  }

  #found(query: Query): PaletteView {
    const shelf = query.tab === 'scripts' ? this.#scripts : this.#knowledge
    const { moment, wishes, byStage, values } = this.#nowIn(query.conversationId)
    const nowMs = this.#desk.serverClock.now()
    const sight = this.#sight(query, moment, nowMs)
    const offered = query.tab === 'scripts' ? wishes : []
    const bonus: Bonus = { byId: this.#bonus(nowMs), byStage: query.tab === 'scripts' ? byStage : new Map(), language: moment.conversation?.language ?? null }
    const scenes = shelf.index.scenes.keys
    const make = (id: string, reason: HitReason | null, found: Found | null): PaletteHit[] => {
      const row = shelf.row(id)
      return row ? [this.#hit(row, query.tab, reason, found, values)] : []
    }
    if (wordsOf(query.text).length === 0) {
      // Over another program no moment says what fits: everything, what this agent uses first.
      const all = sight.stage !== null || sight.scene !== null || query.conversationId === null
      const many = { count: all ? query.limit : Math.min(OFFERED, query.limit), all }
      const picked = pick(shelf.index, offered, moment.customerWords, sight, bonus, many)
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
  async bestOf(conversationId: string, stage: ScriptStage): Promise<PaletteHit | null> {
    await this.#scripts.takeIn()
    const { serverClock, me, file } = this.#desk
    const nowMs = serverClock.now()
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
    this.#warm().catch((error: unknown) => {
      // The desk was closed meanwhile; or its disk is full, and the next write begins again.
      if (!this.#stopped.signal.aborted && !(error instanceof DiskFullError)) throw error
    })
  }

  async #warm(): Promise<void> {
    await this.#clock.sleep(SETTLE_MS, this.#stopped.signal)
    this.#waiting = false
    if (!this.#desk.file.open) return
    this.#desk.file.write(_seeFirst)
    await this.#scripts.takeIn()
    await this.#knowledge.takeIn()
    if (this.#warmedUp || this.#scripts.index.size === 0) return
    this.#warmedUp = true
    await this.#clock.sleep(WARM_UP_AFTER_MS, this.#stopped.signal)
    const { file, me } = this.#desk
    const turn = async (): Promise<void> => {
      await this.#clock.sleep(0, this.#stopped.signal)
      this.#stopped.signal.throwIfAborted()
    }
    await warmUp(rowsAfter(file.read, 'script', '', BLOCK).map(scriptEntry), turn)
    for (const text of ['', '', 't', 'tk', '退款', '']) {
      await turn()
      this.#now = null
      await this.#scripts.takeIn()
      this.#found({ text, tab: 'scripts', conversationId: openOf(file.read, me.personId)[0]?.id ?? null, stage: null, scene: null, limit: WARM_UP_HITS })
    }
  }

  /** The moment, and what follows from it: the same for all keys of a second, unless something was written. */
  #nowIn(conversationId: string | null): Now {
    const { serverClock, me, file } = this.#desk
    const atMs = serverClock.now()
    const known = this.#now
    if (known?.conversationId === conversationId && Math.abs(atMs - known.atMs) < MOMENT_FRESH_MS) return known
    const moment = momentOf(file.read, me, conversationId, atMs)
    const wishes = wishesOf(moment.situation)
    this.#now = { conversationId, atMs, moment, wishes, byStage: stagesOf(wishes), values: this.#values(moment, atMs) }
    return this.#now
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

  #isUnseen(script: Script): boolean {
    if (script.personId !== null) return false
    const known = this.#unseen.get(script.id) ?? isUnseen(this.#desk.file.read, script)
    this.#unseen.set(script.id, known)
    return known
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
      language: row.language, tags: row.tags, personal: (script?.personId ?? null) !== null, changed: script !== null && this.#isUnseen(script),
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

function forget(known: Map<string, unknown>, ids: ReadonlySet<string> | null): void {
  if (ids === null) known.clear()
  else for (const id of ids) known.delete(id)
}
