import { z } from 'zod'
import { countSpellings, MOST_SPELLINGS } from '../compliance/spellings.ts'
import { Id, Language, Millis } from './scalars.ts'

/** C6. block: cannot be sent. warn: one more key, recorded. note: recorded. */
export const Severity = z.enum(['block', 'warn', 'note'])
export type Severity = z.infer<typeof Severity>

/** The rules of SOP C and D that a wording can break. */
export const LanguageRuleId = z.enum(['C1', 'C2', 'C3', 'C4', 'D4', 'D5', 'D6', 'D9', 'D15'])
export type LanguageRuleId = z.infer<typeof LanguageRuleId>

/** "(你/我)" is one of several, "…" a few words in between. */
const Wording = z.string().trim().min(1).max(60).refine(text => countSpellings(text) <= MOST_SPELLINGS)

/** One thing not to be said, in all its wordings, with what to say instead (C1). */
export const LanguageRuleContent = z.object({
  rule: LanguageRuleId,
  severity: Severity,
  language: Language,
  /** Found through spaces, punctuation, full width, traditional characters and case (C5). */
  wordings: z.array(Wording).min(1).max(60),
  /**
   * Where one of these stands, a wording of this rule that shares characters with it is no fault: "不清楚您的" may stand, though "不清楚"
   * may not. A quote of the customer never counts.
   */
  exceptions: z.array(Wording).max(60),
  /** The positive wording, put in its place by one key. */
  positive: z.string().max(200).nullable(),
  /** The rule in a sentence, for the agent; null = the standard one of `rule`. */
  reason: z.string().max(200).nullable(),
  active: z.boolean(),
})
export type LanguageRuleContent = z.infer<typeof LanguageRuleContent>
export const LanguageRule = LanguageRuleContent.extend({ id: Id, version: z.number().int().positive(), updatedAtMs: Millis })
export type LanguageRule = z.infer<typeof LanguageRule>
