import { createContext, useContext } from 'react'
import type { Clock, Ids } from '../../domain/ports.ts'
import type { ShellBridge } from '../../protocol/shell.ts'
import type { DeskClient } from '../bridge/client.ts'
import type { DeskActions } from './actions.ts'
import type { DraftSaver } from './draft-saver.ts'

export type ShellInfo = Awaited<ReturnType<ShellBridge['info']>>

/** What every part of the window works with. */
export type Desk = {
  client: DeskClient
  shell: ShellBridge
  info: ShellInfo
  clock: Clock
  ids: Ids
  actions: DeskActions
  drafts: DraftSaver
  mac: boolean
}

export const DeskContext = createContext<Desk | null>(null)

/** A part of the window was drawn outside of it: a fault in the program. */
export class NoDeskError extends Error {
  override name = 'NoDeskError'
}

/** @throws NoDeskError outside the window */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new NoDeskError('DeskContext is missing')
  return desk
}
