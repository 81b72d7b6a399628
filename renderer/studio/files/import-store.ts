import { create } from 'zustand'
import type { Clock } from '../../../domain/ports.ts'
import type { DeskError } from '../../../protocol/desk-api.ts'
import type { StudioInput, StudioOutput } from '../../../protocol/studio.ts'
import type { DeskClient } from '../../bridge/client.ts'
import { askStudio } from '../ask.ts'
import { base64Of } from './file-text.ts'

export type ReadFile = StudioOutput<'import.read'>
export type Mapping = NonNullable<StudioInput<'import.read'>['mapping']>

/** How far an import is. It goes on while one looks at another page. */
export type Importing =
  | { step: 'none' }
  | { step: 'reading'; name: string }
  | { step: 'read'; name: string; bytes: string; read: ReadFile; again: boolean }
  | { step: 'applying'; name: string; importId: string; done: number; total: number; cancelling: boolean }
  | { step: 'done'; title: string; total: number; releaseId: string | null }

type State = { importing: Importing; error: DeskError | null }
type Client = Pick<DeskClient, 'call'>

export const useImport = create<State>()(() => ({ importing: { step: 'none' }, error: null }))
const set = (importing: Importing, error: DeskError | null = null): void => { useImport.setState({ importing, error }) }
const now = (): Importing => useImport.getState().importing

/** Bytes. More is not even read. */
export const LARGEST = 16 * 1024 * 1024
const LOOK_MS = 250

/** Back to the beginning; nothing of a file that was only read is kept. */
export function forgetFile(): void {
  set({ step: 'none' })
}

/** Reads a file and asks what would come of it. */
export async function chooseFile(client: Client, file: File): Promise<void> {
  set({ step: 'reading', name: file.name })
  if (file.size > LARGEST) return set({ step: 'none' }, problem('refused', 'too_large'))
  const bytes = await base64Of(file).catch(() => null)
  if (bytes === null) return set({ step: 'none' }, problem('refused', 'unreadable'))
  const answer = await askStudio(client, 'import.read', { name: file.name.slice(0, 200), bytes, mapping: null })
  const current = now()
  if (current.step !== 'reading' || current.name !== file.name) return
  if (answer.ok) set({ step: 'read', name: file.name, bytes, read: answer.value, again: false })
  else set({ step: 'none' }, answer.error)
}

/** Reads the same file again with other columns. */
export async function mapColumns(client: Client, mapping: Mapping): Promise<void> {
  const before = now()
  if (before.step !== 'read') return
  set({ ...before, read: { ...before.read, mapping }, again: true })
  const answer = await askStudio(client, 'import.read', { name: before.name.slice(0, 200), bytes: before.bytes, mapping })
  const current = now()
  if (current.step !== 'read' || current.bytes !== before.bytes) return
  if (answer.ok) set({ ...current, read: answer.value, again: false })
  else set({ ...current, read: before.read, again: false }, answer.error)
}

/** Puts the file's rows out and follows until they are; the file stays open when it is refused. */
export async function applyFile(client: Client, clock: Clock, title: string): Promise<void> {
  const before = now()
  if (before.step !== 'read') return
  const { importId, fresh, changed } = before.read
  set({ step: 'applying', name: before.name, importId, done: 0, total: fresh + changed, cancelling: false })
  const answer = await askStudio(client, 'import.apply', { importId, title })
  if (!answer.ok && answer.error.code === 'refused') return set(before, answer.error)
  await follow(client, clock, importId, title)
}

async function follow(client: Client, clock: Clock, importId: string, title: string): Promise<void> {
  for (;;) {
    const answer = await askStudio(client, 'import.status', { importId })
    const current = now()
    if (current.step !== 'applying' || current.importId !== importId) return
    if (answer.ok) {
      const { state, done, total, releaseId } = answer.value
      if (state === 'done') return set({ step: 'done', title, total, releaseId })
      if (state === 'cancelled' || state === 'failed') return set({ step: 'none' })
      set({ ...current, done, total })
    } else if (answer.error.code === 'refused') return set({ step: 'none' }, answer.error)
    else useImport.setState({ error: answer.error })
    await clock.sleep(LOOK_MS)
  }
}

/** Stops an import on its way: nothing of it stays. */
export async function cancelApplying(client: Client): Promise<void> {
  const before = now()
  if (before.step !== 'applying') return
  set({ ...before, cancelling: true })
  const answer = await askStudio(client, 'import.cancel', { importId: before.importId })
  const current = now()
  if (current.step !== 'applying') return
  if (answer.ok) set({ step: 'none' })
  else set({ ...current, cancelling: false }, answer.error)
}

function problem(code: DeskError['code'], detail: string): DeskError {
  return { code, detail, params: null }
}
