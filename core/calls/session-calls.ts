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
