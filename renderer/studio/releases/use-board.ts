import { useEffect, useState } from 'react'
import type { DeskError } from '../../../protocol/desk-api.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import { every } from '../../edge/clock.ts'
import { useDesk } from '../../state/desk-context.ts'
import { keepSame } from '../../state/keep-same.ts'
import { askStudio } from '../ask.ts'

/** While one looks: who has it, and who has read it, changes by the second at first. */
const AGAIN_MS = 3_000

export type Board = StudioOutput<'release.board'>

/** Who has a release and who has confirmed it, asked again and again while it is in sight. @param looking nothing is asked before */
export function useBoard(releaseId: string, looking = true): { board: Board | null; error: DeskError | null } {
  const { client } = useDesk()
  const [now, setNow] = useState<{ board: Board | null; error: DeskError | null }>({ board: null, error: null })
  useEffect(() => {
    if (!looking) return
    let here = true
    const ask = () => {
      void askStudio(client, 'release.board', { id: releaseId }).then(answer => {
        if (here) setNow(before => answer.ok ? { board: keepSame(before.board, answer.value), error: null } : { ...before, error: answer.error })
      })
    }
    ask()
    const stop = every(AGAIN_MS, ask)
    return () => {
      here = false
      stop()
    }
  }, [client, releaseId, looking])
  return now
}
