import { create } from 'zustand'
import type { ContentKind, ContentDraft } from '../../domain/entities/release.ts'
import type { DeskClient } from '../bridge/client.ts'

/** A pause in typing after which a draft is stored. */
const PAUSE_MS = 500
/** The core restarts: until it is there again. */
const RETRY_MS = 2_000

/** What this window writes of a draft and the core's file does not hold yet, or has just taken. */
export type Writing = Pick<ContentDraft, 'kind' | 'targetId' | 'baseVersion' | 'action' | 'content'> & {
  draftId: string
  state: 'changed' | 'saving' | 'saved' | 'failed'
}
export const writingKey = (kind: ContentKind, targetId: string): string => `${kind} ${targetId}`

/** By `writingKey`. Outlives the page that writes: going elsewhere loses nothing. */
export const useWritings = create<Record<string, Writing | undefined>>()(() => ({}))

export type DraftWriter = {
  /** Something was written: shown at once, stored after a pause. */
  write(writing: Omit<Writing, 'state'>): void
  /** Stores at once what is not stored yet. */
  flush(key: string): Promise<void>
  /** The live query has it: from now on that is the truth. */
  settle(key: string): void
  /** It is given up: nothing of it may be stored any more. */
  drop(key: string): void
}

let saveAll: () => void = () => undefined
/** Stores at once whatever is being written, before a lock or the end of the window. */
export function saveWritings(): void {
  saveAll()
}
/** Another agent: nothing that still waits may be stored under their name. */
export function forgetWritings(): void {
  useWritings.setState({}, true)
}

/** @param after runs an act once after some ms, and gives back how to cancel it */
export function createDraftWriter(client: Pick<DeskClient, 'call'>, after: (ms: number, act: () => void) => () => void): DraftWriter {
  const waiting = new Map<string, () => void>()
  const cancel = (key: string) => {
    waiting.get(key)?.()
    waiting.delete(key)
  }
  const mark = (key: string, of: Writing, state: Writing['state']) => {
    useWritings.setState(now => now[key] && (now[key] === of || state !== 'saved') ? { [key]: { ...now[key], state } } : {})
  }

  async function save(key: string): Promise<void> {
    cancel(key)
    const found = useWritings.getState()[key]
    if (!found || found.state === 'saved' || found.state === 'saving') return
    const saving: Writing = { ...found, state: 'saving' }
    useWritings.setState({ [key]: saving })
    const { state: _, ...input } = saving
    const answer = await client.call('studio.draftPut', input)
    const now = useWritings.getState()[key]
    if (!now) return
    if (!answer.ok) {
      mark(key, now, 'failed')
      if (['core_gone', 'timeout'].includes(answer.error.code)) waiting.set(key, after(RETRY_MS, () => { void save(key) }))
    } else if (now === saving) mark(key, saving, 'saved')
    // Typed meanwhile: that is stored next, never at the same time.
    else await save(key)
  }
  saveAll = () => { for (const key of Object.keys(useWritings.getState())) void save(key) }

  return {
    write(writing) {
      const key = writingKey(writing.kind, writing.targetId)
      const saving = useWritings.getState()[key]?.state === 'saving'
      useWritings.setState({ [key]: { ...writing, state: 'changed' } })
      cancel(key)
      if (!saving) waiting.set(key, after(PAUSE_MS, () => { void save(key) }))
    },
    flush: save,
    settle(key) {
      useWritings.setState(now => now[key]?.state === 'saved' ? { [key]: undefined } : {})
    },
    drop(key) {
      cancel(key)
      useWritings.setState({ [key]: undefined })
    },
  }
}
