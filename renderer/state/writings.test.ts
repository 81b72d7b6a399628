import { beforeEach, expect, it } from 'vitest'
import type { CallInput } from '../../protocol/desk-api.ts'
import type { DeskClient } from '../bridge/client.ts'
import { createDraftWriter, forgetWritings, saveWritings, useWritings } from './writings.ts'

const KEY = 'script s1'
const written = (title: string) => ({ draftId: 'd1', kind: 'script' as const, targetId: 's1', baseVersion: 1, action: 'put' as const, content: { title } })

/** A core that answers when told to, and pauses that end when told to. */
function house() {
  const stored: unknown[] = []
  const answers: ((ok: boolean) => void)[] = []
  let pause: (() => void) | null = null
  const call = (_: string, input: CallInput<'studio.draftPut'>) => new Promise(resolve => {
    stored.push(input.content['title'])
    answers.push(ok => { resolve(ok ? { ok: true, value: input } : { ok: false, error: { code: 'core_gone', detail: null, params: null } }) })
  })
  const writer = createDraftWriter({ call } as unknown as DeskClient, (_, act) => {
    pause = act
    return () => { pause = null }
  })
  const turn = () => new Promise<void>(resolve => { queueMicrotask(() => { queueMicrotask(resolve) }) })
  return {
    writer, stored, pauses: () => { const act = pause; pause = null; act?.() },
    answer: async (ok = true) => { answers.shift()?.(ok); await turn(); await turn() },
  }
}
const state = () => useWritings.getState()[KEY]?.state
beforeEach(() => { forgetWritings() })

it('stores after a pause, and once for many keys', async () => {
  const { writer, stored, pauses, answer } = house()
  for (const title of ['退', '退款', '退款流程']) writer.write(written(title))
  expect([stored, state()]).toEqual([[], 'changed'])
  pauses()
  await answer()
  expect([stored, state()]).toEqual([['退款流程'], 'saved'])
  writer.settle(KEY)
  expect(useWritings.getState()[KEY]).toBeUndefined()
})

it('stores what was typed while it stored, afterwards and never at the same time', async () => {
  const { writer, stored, pauses, answer } = house()
  writer.write(written('一'))
  pauses()
  writer.write(written('二'))
  pauses()
  expect(stored).toEqual(['一'])
  await answer()
  expect(stored).toEqual(['一', '二'])
  await answer()
  expect(state()).toBe('saved')
})

it('keeps the text when the core is gone, and stores it when it is back', async () => {
  const { writer, stored, pauses, answer } = house()
  writer.write(written('一'))
  pauses()
  await answer(false)
  expect(state()).toBe('failed')
  pauses()
  await answer()
  expect([stored, state()]).toEqual([['一', '一'], 'saved'])
})

it('stores at once before a lock, and nothing of the agent before', async () => {
  const { writer, stored, pauses } = house()
  writer.write(written('锁定前'))
  saveWritings()
  expect(stored).toEqual(['锁定前'])
  writer.write(written('别人的'))
  forgetWritings()
  pauses()
  saveWritings()
  expect(stored).toEqual(['锁定前'])
})
