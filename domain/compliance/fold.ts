import { Converter } from 'opencc-js/t2cn'

/**
 * A text as the rules see it (C5): simplified, narrow, small letters, one word for 您 and 你, without spaces, punctuation and accents; spelled and
 * circled digits are digits, letters that only look Latin are. `from` and `to` say for each unit which stretch of the text as
 * written it came from.
 */
export type Folded = { units: string; from: readonly number[]; to: readonly number[] }

const LOOK_ALIKE = new Map(pairs(
  'аaбbвbгrдdеeёeзeиuкkмmнhоoпnрpсcтtуyхxіiјjѕsԁdһhԛqԝwαaβbγyεeηnιiκkνvοoρpσoτtυuχxωwℓlıiſsɡgɑa',
  '零0〇0○0一1二2三3四4五5六6七7八8九9壹1贰2貳2叁3參3肆4伍5陆6陸6柒7捌8玖9幺1',
))
/** Written or said otherwise, and the same to a rule. 么 stands here because it is a form of 幺, a digit, to OpenCC. */
const SAME = new Map([
  ['么', '么'], ['麼', '么'], ['麽', '么'], ['您', '你'], ['妳', '你'], ['啥', '什么'], ['甚', '什'], ['咋', '怎么'], ['嘛', '吗'],
])
/** Digits and letters in circles and squares that NFKC leaves alone: first code point, first digit or letter, how many. */
const ENCLOSED = [[0x2776, '1', 9], [0x2780, '1', 9], [0x278a, '1', 9], [0x24f5, '1', 9], [0x24ff, '0', 1], [0x1f150, 'a', 26],
  [0x1f170, 'a', 26]] as const

function pairs(...lists: string[]): [string, string][] {
  return lists.flatMap(list => [...list].flatMap((look, i, all): [string, string][] => i % 2 === 0 ? [[look, all[i + 1] ?? look]] : []))
}

/** Made at first use: their dictionaries take 50 ms, and a desk that opens checks nothing yet. */
let converters: readonly ((text: string) => string)[] | null = null

function simplified(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character
  converters ??= (['t', 'hk', 'tw'] as const).map(from => Converter({ from, to: 'cn' }))
  for (const convert of converters) {
    const changed = convert(character)
    if (changed !== character) return changed
  }
  return character
}

function enclosed(character: string): string | null {
  const code = character.codePointAt(0) ?? 0
  for (const [first, start, count] of ENCLOSED) {
    if (code >= first && code < first + count) return String.fromCharCode(start.charCodeAt(0) + code - first)
  }
  return null
}

/** Folded forms of characters met so far: there are not many in a shop's talk. */
const known = new Map<string, string>()
const MOST_KNOWN = 30_000

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const plain = enclosed(character) ?? character.normalize('NFKC').toLowerCase().normalize('NFD')
  const made = [...plain].map(one => SAME.get(one) ?? LOOK_ALIKE.get(one) ?? LOOK_ALIKE.get(simplified(one)) ?? simplified(one))
    .filter(one => /[\p{L}\p{N}%]/u.test(one)).join('')
  known.set(character, made)
  return made
}

/** Digits that stand for letters inside a word: passw0rd, n0. */
const LEET: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e' }
const LATIN = /[a-z]/i

/** Goes in: a text. Comes out: its folded form; nothing of it is lost but what the rules look through. (C5) */
export function fold(text: string): Folded {
  const units: string[] = []
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const inWord = character === '@' && LATIN.test(text[at - 1] ?? '') && LATIN.test(text[end] ?? '')
    const folded = inWord ? 'a' : foldCharacter(character)
    // A per cent sign tells something behind a number only.
    const kept = folded !== '%' || /\d/.test(units.at(-1) ?? '')
    if (kept) {
      for (const unit of folded) {
        for (let i = 0; i < unit.length; i++) {
          units.push(unit[i] ?? '')
          from.push(at)
          to.push(end)
        }
      }
    }
    at = end
  }
  mendWords(units, from, to)
  return { units: units.join(''), from, to }
}

function mendWords(units: string[], from: number[], to: number[]): void {
  for (let start = 0; start < units.length; start++) {
    let end = start
    let letters = 0
    let digits = 0
    while (end < units.length && (end === start || to[end - 1] === from[end]) && /[a-z0-9]/.test(units[end] ?? '')) {
      if (/\d/.test(units[end] ?? '')) digits += 1
      else letters += 1
      end += 1
    }
    if (letters >= digits && digits > 0) {
      for (let i = start; i < end; i++) units[i] = LEET[units[i] ?? ''] ?? units[i] ?? ''
    }
    start = Math.max(start, end - 1)
  }
}
