const NUMBER = '(?:\\d{1,3}|[零一二三四五六七八九十两半几]{1,3})'
const TIMES = new RegExp([
  // "一点" alone is "a little".
  '(?:\\d{1,2}|(?<!一)[二三四五六七八九十两]|十[一二]?) ?(?:点|點|时|時)(?!候)', '(?:一|几|幾) ?[点點](?:整|半|前|之前|以前|钟|鐘|左右)',
  '\\d{1,2} ?: ?\\d{2}', `${NUMBER} ?个? ?(?:分钟|分鐘|小时|小時|钟头|工作日|天)(?:之?[内內]|以[内內]|后|後)`, '(?:今|明|后|當|当)[天晚日].{0,6}(?:前|之前)', '中午前|下班前',
  '\\b\\d{1,2} ?(?:am|pm|a\\.m\\.|p\\.m\\.|o[’\']clock)', '\\b(?:within|in) (?:the next |half )?(?:an?|one|two|three|four|five|six|ten|\\d+|half an) ?(?:business |working )?(?:min|minute|hour|day)',
  '\\bby (?:noon|midnight|tonight|tomorrow|today|the end of (?:the|this) day)',
].join('|'), 'iu')

/** Does a time by the clock stand in it, or a stretch of time? Such a promise is wanted (C3, D4, K15). */
export function namesTime(sentence: string): boolean {
  return TIMES.test(sentence.normalize('NFKC'))
}

/** The sentence around a stretch of a text. */
export function sentenceAround(text: string, start: number, end: number): string {
  const ends = /[。！？!?\n]|\.\s/g
  let from = 0
  for (const { index, 0: mark } of text.matchAll(ends)) {
    if (index >= end) return text.slice(from, index)
    if (index + mark.length <= start) from = index + mark.length
  }
  return text.slice(from)
}
