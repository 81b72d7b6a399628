/** More spellings than this make a wording nobody can look over, and a finder that is slow to build. */
export const MOST_SPELLINGS = 240

const CHOICE = /[(（]([^()（）]*[/／][^()（）]*)[)）]/

/** How many spellings the brackets of a wording make: "(你/我)不知道" is two. Slots count as nothing. */
export function countSpellings(wording: string): number {
  return [...wording.matchAll(new RegExp(CHOICE, 'g'))].reduce((count, [, choices = '']) => count * choices.split(/[/／]/).length, 1)
}

/** Everything that a wording with brackets stands for, slots left as they are; none where it stands for too much. */
export function spellingsOf(wording: string): string[] {
  return countSpellings(wording) > MOST_SPELLINGS ? [] : chosen(wording)
}

function chosen(text: string): string[] {
  const choice = CHOICE.exec(text)
  if (!choice) return [text]
  const before = text.slice(0, choice.index)
  const after = chosen(text.slice(choice.index + choice[0].length))
  return (choice[1] ?? '').split(/[/／]/).flatMap(one => after.map(rest => before + one + rest))
}
