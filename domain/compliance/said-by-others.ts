import { fold } from './fold.ts'

const QUOTES = /「([^」]+)」|『([^』]+)』|“([^”]+)”|"([^"]+)"|‘([^’]+)’|《([^》]+)》/g
/** Before a quote: somebody said or wrote it. */
const REPORTS_BEFORE = /(?:说|讲|回|回复|答复|答|写|写着|提到|表示|所谓|叫|这种|那句|一句|这句)(?:过|了|的|是|什么|你|我|我们|：|:|，|,|\s)*$/u
/** What the agent says now is no report, and what the customer said is looked up. */
const OF_US = /(?<![跟对向和给])[我你](?:现在|就|再|都|已经|只能|刚才|刚|之前|上次)?(?:说|讲|告诉你?|回|写|提到|问)(?:了|过|的|是|：|:|\s)*$/u
const REPORTS_AFTER = /^\s*(?:这种|这样|这类|这句|那句|这话|那话|的说法|一说|的话|的字样|字样|之类|这几个字|这个词|这个说法|的提示|的问题|的回复|is not how|was not|is wrong|was wrong|is no answer)/iu
const REPORTS_EN = /(?<!\b(?:you|I)(?: just| have)?) (?:said|told|wrote|says|answered|replied)(?: (?:you|us|me|them|that|by|it))*[\s,:]*$/i

/** How far around a quote is looked for who said it. */
const NEAR = 24

/**
 * Stretches in quotation marks that somebody else said: the customer in this talk, or whoever the sentence names ("a colleague answered “…”").
 * Goes in: the text, what the customer wrote. Comes out: from where to where, the marks included.
 */
export function quotesOf(text: string, customerTexts: () => readonly string[]): { customer: [number, number][]; reported: [number, number][] } {
  const customer: [number, number][] = []
  const reported: [number, number][] = []
  for (const { index, 0: whole } of text.matchAll(QUOTES)) {
    const end = index + whole.length
    const { units } = fold(whole)
    if (customerTexts().some(said => fold(said).units.includes(units))) customer.push([index, end])
    else if (isReported(simple(text.slice(Math.max(0, index - NEAR), index)), simple(text.slice(end, end + NEAR)))) reported.push([index, end])
  }
  return { customer, reported }
}

/** Traditional characters and 您 as the rules see them, signs left as they are. */
function simple(text: string): string {
  return [...text].map(sign => /\p{Script=Han}/u.test(sign) ? fold(sign).units : sign).join('')
}

function isReported(before: string, after: string): boolean {
  return REPORTS_AFTER.test(after) || REPORTS_EN.test(before) || (REPORTS_BEFORE.test(before) && !OF_US.test(before))
}
