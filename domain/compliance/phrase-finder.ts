import type { Folded } from './fold.ts'

/** A place in the tree of all phrases; `phrase`: the one that ends here. */
type Node = { next: Map<number, Node>; phrase: number }

/**
 * Many phrases found in one pass: a tree of their characters, walked from every place of the text until it leads no further. Phrases are
 * short and few begin alike, so that hardly more is looked at than the text itself; nothing is compared phrase by phrase.
 */
export class PhraseFinder {
  readonly #root: Node = { next: new Map(), phrase: -1 }

  /** @param phrases folded, each once; an empty one is never found */
  constructor(phrases: readonly string[]) {
    for (const [phrase, text] of phrases.entries()) {
      let node = this.#root
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        let next = node.next.get(unit)
        if (!next) node.next.set(unit, next = { next: new Map(), phrase: -1 })
        node = next
      }
      if (text !== '') node.phrase = phrase
    }
  }

  /** @returns which phrases stand where in the folded text, overlapping ones too */
  find({ units }: Folded): { phrase: number; start: number; end: number }[] {
    const found: { phrase: number; start: number; end: number }[] = []
    for (let start = 0; start < units.length; start++) {
      let node = this.#root.next.get(units.charCodeAt(start))
      for (let end = start + 1; node; end++) {
        if (node.phrase >= 0) found.push({ phrase: node.phrase, start, end })
        node = end < units.length ? node.next.get(units.charCodeAt(end)) : undefined
      }
    }
    return found
  }
}
