import { expect, it } from 'vitest'
import { PasswordHasher } from './password-hash.ts'

/** A piece of work that ends when told to. */
function held(): { work: () => Promise<void>, end: () => void, started: () => boolean } {
  let end = (): void => undefined
  let started = false
  const done = new Promise<void>((resolve) => { end = resolve })
  return { work: () => { started = true; return done }, end: () => end(), started: () => started }
}

it('checks a password and takes a decoy for an unknown account', async () => {
  const hasher = new PasswordHasher()
  const stored = await hasher.hash('correct horse')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/)
  expect(await hasher.verify(stored, 'correct horse')).toBe(true)
  expect(await hasher.verify(stored, 'wrong horse')).toBe(false)
  expect(await hasher.verify(null, 'no account has this password')).toBe(false)
  expect(hasher.outdated(stored)).toBe(false)
})

it('runs two at once, in turn, and refuses with 503 when too many wait', async () => {
  const hasher = new PasswordHasher({ atOnce: 2, queueLimit: 1 })
  const [first, second, third] = [held(), held(), held()]
  const running = [first, second, third].map((piece) => hasher.inTurn(piece.work))
  await expect(hasher.inTurn(() => Promise.resolve())).rejects.toMatchObject({ status: 503, extra: { retryAfterSec: 5 } })
  expect([first, second, third].map((piece) => piece.started())).toEqual([true, true, false])
  first.end()
  await running[0]
  expect(third.started()).toBe(true)
  second.end()
  third.end()
  await Promise.all(running)
  await expect(hasher.inTurn(() => Promise.resolve('free again'))).resolves.toBe('free again')
})

it('a failing piece frees its place', async () => {
  const hasher = new PasswordHasher({ atOnce: 1, queueLimit: 0 })
  await expect(hasher.inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(hasher.inTurn(() => Promise.resolve('next'))).resolves.toBe('next')
})
