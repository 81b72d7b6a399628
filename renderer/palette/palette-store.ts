import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { CallInput, DeskError } from '../../protocol/desk-api.ts'
import type { PaletteHit, PaletteView } from '../../protocol/script-views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { keepSame } from '../state/keep-same.ts'

export type PaletteQuestion = Omit<CallInput<'palette.search'>, 'limit'>

export type PaletteState = {
  question: PaletteQuestion | null
  /** The last answer; it stays in sight until the next one is here. */
  view: PaletteView | null
  /** What the answer is to; other than `question` while one is on its way. */
  answered: PaletteQuestion | null
  at: number
  error: DeskError | null
}

/** One palette: what is asked, what was found, which line is chosen. */
export type Palette = {
  state: StoreApi<PaletteState>
  /** Asks; answers to earlier questions are let go. What is asked already is asked again only to refresh what is shown. */
  ask(question: PaletteQuestion, refresh?: boolean): void
  /** Shows more of the same answer. */
  more(): void
  /** Chooses the line `steps` further, from end to end. */
  move(steps: number): void
  point(index: number): void
  /** What is chosen, once the newest question is answered: an Enter right after a letter takes what that letter finds. */
  chosen(): PaletteHit | null | Promise<PaletteHit | null>
  /** Back to the beginning. */
  forget(): void
}

/** With a key press comes what is in sight and a little more; the rest when somebody goes there. */
const STEPS = [12, 48, 200] as const
const start: PaletteState = { question: null, view: null, answered: null, at: 0, error: null }

/** @param client asked for `palette.search` alone */
export function createPalette(client: Pick<DeskClient, 'call'>): Palette {
  const state = createStore<PaletteState>()(() => start)
  let asked = 0
  let answered = 0
  let limit: number = STEPS[0]
  let onItsWay: Promise<unknown> = Promise.resolve()

  function search(question: PaletteQuestion): void {
    const mine = ++asked
    state.setState({ question })
    onItsWay = client.call('palette.search', { ...question, limit }).then(answer => {
      if (mine !== asked) return
      answered = mine
      if (!answer.ok) {
        // What an earlier question found is no answer to this one.
        state.setState({ error: answer.error, view: null, answered: question })
        return
      }
      state.setState(before => ({ view: keepSame(before.view, answer.value), answered: question, error: null, at: placeOf(before, question, answer.value) }))
    })
  }
  const now = () => {
    const { view, at } = state.getState()
    return view?.hits[at] ?? null
  }

  return {
    state,
    ask(question, refresh = false) {
      const same = isSame(state.getState().question, question)
      if (same && !refresh) return
      if (!same) limit = STEPS[0]
      search(question)
    },
    more() {
      const { question, view } = state.getState()
      if (!question || !view || answered !== asked) return
      // Of what is only offered nobody counts how much there is.
      const all = view.how === 'offered' ? view.hits.length < limit : view.hits.length >= view.total
      const further = STEPS.find(step => step > limit)
      if (all || further === undefined) return
      limit = further
      search(question)
    },
    move(steps) {
      state.setState(({ at, view }) => {
        const count = view?.hits.length ?? 0
        if (count === 0) return {}
        // One step leaves an end for the other; a page stops at it.
        const next = Math.abs(steps) === 1 ? (at + steps + count) % count : Math.max(0, Math.min(count - 1, at + steps))
        return { at: next }
      })
    },
    point(index) { if (state.getState().at !== index) state.setState({ at: index }) },
    chosen() {
      if (answered === asked) return now()
      const wait = async (): Promise<PaletteHit | null> => {
        await onItsWay
        return answered === asked ? now() : wait()
      }
      return wait()
    },
    forget() {
      asked++
      answered = asked
      state.setState(start)
    },
  }
}

/** The chosen line stays chosen when the same is asked again; another question begins at the top. */
function placeOf({ view, at, answered }: PaletteState, question: PaletteQuestion, next: PaletteView): number {
  const id = view?.hits[at]?.id
  if (id === undefined || !isSame(answered, question)) return 0
  return Math.max(0, next.hits.findIndex(hit => hit.id === id))
}

function isSame(a: PaletteQuestion | null, b: PaletteQuestion): boolean {
  return a !== null && a.text === b.text && a.tab === b.tab && a.stage === b.stage && a.scene === b.scene && a.conversationId === b.conversationId
}
