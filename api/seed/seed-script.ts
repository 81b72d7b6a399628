import { ScriptStage } from '../../domain/entities/script.ts'

/** Stages of a service talk, in the order of SOP S2. */
export const SCRIPT_STAGES = ScriptStage.options

/** Pre-sale scenes, SOP S6. */
export const PRE_SALE_SCENES = [
  'care', 'stock', 'recommendation', 'product', 'bargaining', 'shipping', 'cash_on_delivery', 'coupon', 'gift',
  'phone_order', 'campaign',
] as const
/** After-sale scenes, after the classes of SOP K8. */
export const AFTER_SALE_SCENES = [
  'refund', 'return', 'exchange', 'repair', 'quality', 'logistics', 'invoice', 'size',
] as const
export type ScriptScene = (typeof PRE_SALE_SCENES)[number] | (typeof AFTER_SALE_SCENES)[number]

/** The only variables that a seeded body may hold, as `{{name}}` or `{{name|fallback}}`. */
export const SCRIPT_VARIABLES = [
  'agent.name', 'customer.name', 'order.number', 'shop.name', 'colleague.name', 'promise.time',
] as const

export type SeedScript = {
  /** Short code typed to find it (S1): pinyin initials of the occasion and a number; an English twin ends in `e`. */
  readonly code: string
  readonly stage: ScriptStage
  readonly scene: ScriptScene | null
  readonly title: string
  readonly body: string
  readonly lang: 'zh' | 'en'
  readonly tags: readonly string[]
  /** Code of the Chinese script that this one says in English. */
  readonly twinOf: string | null
  /** Campaign scripts carry dates and disappear after them (S3). */
  readonly validFromMs: number | null
  readonly validToMs: number | null
}

/** One script as it is written down: title and body in Chinese, for the main ones also in English. */
export type ScriptSource = {
  readonly code: string
  readonly scene?: ScriptScene
  readonly tags: readonly string[]
  readonly zh: readonly [title: string, body: string]
  readonly en?: readonly [title: string, body: string]
  readonly validFromMs?: number
  readonly validToMs?: number
}

/**
 * Turns written sources of one stage into entries, each English text as an entry of its own after its twin.
 * Goes in: the stage and the sources. Comes out: one or two scripts per source, in order. (S1, S2)
 */
export function seedScripts(stage: ScriptStage, sources: readonly ScriptSource[]): readonly SeedScript[] {
  return sources.flatMap((source) => {
    const shared = {
      stage,
      scene: source.scene ?? null,
      tags: source.tags,
      validFromMs: source.validFromMs ?? null,
      validToMs: source.validToMs ?? null,
    }
    const [title, body] = source.zh
    const chinese: SeedScript = { ...shared, code: source.code, title, body, lang: 'zh', twinOf: null }
    if (source.en === undefined) return [chinese]
    const [englishTitle, englishBody] = source.en
    const english: SeedScript = {
      ...shared, code: `${source.code}e`, title: englishTitle, body: englishBody, lang: 'en', twinOf: source.code,
    }
    return [chinese, english]
  })
}

/**
 * Puts fallbacks in place of variables, as the customer would read the line when nothing better is known.
 * Goes in: a script's body. Comes out: the text; a variable without fallback stays as its name in brackets.
 */
export function withFallbacks(body: string): string {
  return body.replace(
    /\{\{([^|}]+)(?:\|([^}]*))?\}\}/gu,
    (_all, name: string, fallback?: string) => fallback ?? `[${name}]`,
  )
}
