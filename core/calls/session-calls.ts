import { holdingNow } from '../duty/holding.ts'
import { DeskFailure } from '../failure.ts'
import type { CallParts, Calls } from './context.ts'

/** Sign-in, lock, sign-out, the files of this machine. */
export function sessionCalls({ session }: CallParts): Calls<`session.${string}` | `file.${string}`> {
  return {
    'session.signIn': async input => {
      await session.signIn(input)
      return {}
    },
    'session.redeemCode': async input => {
      await session.redeemCode(input)
      return {}
    },
    'session.unlock': async ({ password }) => {
      await session.unlock(password)
      return {}
    },
    'session.lock': () => {
      session.lock()
      return {}
    },
    'session.signOut': async input => {
      const desk = session.deskEvenLocked
      // H5: first the handover. A desk that does so all the same is handed over by the server, as one that vanished.
      const holding = desk && !input.force ? holdingNow({ db: desk.file.read, me: desk.me }) : 0
      if (holding > 0) throw new DeskFailure('list_open', { count: holding })
      await session.signOut(input)
      return {}
    },
    'file.list': () => session.accounts(),
    'file.setAside': async ({ fileId }) => {
      await session.setAside(fileId)
      return {}
    },
  }
}
