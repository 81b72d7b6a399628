import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskClient } from '../bridge/client.ts'
import { compose, composing, forgetComposers } from './composer-store.ts'
import { createDraftSaver } from './draft-saver.ts'

/** Waits that pass when told to, and a core that notes what it is asked. */
function room(answers: boolean[] = []) {
  const waits = new Set<() => void>()
  const saved: unknown[] = []
  const call = (async (name: string, input: unknown) => {
    saved.push([name, input])
    return answers.shift() === false ? { ok: false, error: { code: 'core_gone' } } : { ok: true, value: { body: 'stored' } }
  }) as unknown as DeskClient['call']
  const told: unknown[] = []
  const drafts = createDraftSaver({ call }, (_, act) => {
    waits.add(act)
    return () => { waits.delete(act) }
  }, (...draft) => { told.push(draft) })
  const pause = async () => {
    for (const act of [...waits]) {
      waits.delete(act)
      act()
    }
    await Promise.resolve()
    await Promise.resolve()
  }
  return { drafts, saved, pause, waits, told }
}

beforeEach(() => { forgetComposers() })

describe('drafts', () => {
  it('are stored once per pause of typing, with the last text', async () => {
    const { drafts, saved, pause, waits } = room()
    for (const text of ['你', '你好', '你好，']) drafts.changed('c', text)
    expect(waits.size).toBe(1)
    await pause()
    expect(saved).toEqual([['draft.save', { conversationId: 'c', body: '你好，' }]])
    expect(composing('c').draft).toBe('saved')
  })

  it('are not called saved when typing went on meanwhile', async () => {
    const { drafts, pause } = room()
    drafts.changed('c', '一')
    const passed = pause()
    compose('c', { text: '一二' })
    await passed
    expect(composing('c').draft).toBe('changed')
  })

  it('are stored at a switch, and again after a failure', async () => {
    const { drafts, saved, pause } = room([false])
    drafts.changed('c', '一')
    drafts.flush('c')
    await pause()
    expect(composing('c').draft).toBe('failed')
    drafts.flush('c')
    await pause()
    expect(saved).toHaveLength(2)
    expect(composing('c').draft).toBe('saved')
  })

  it('never hold an internal note', async () => {
    const { drafts, saved, pause } = room()
    compose('c', { note: true, noteText: '顾客很急' })
    drafts.changed('c', '')
    await pause()
    expect(JSON.stringify(saved)).not.toContain('顾客很急')
  })

  it('are told to the other windows once stored, not before', async () => {
    const { drafts, pause, told } = room([false])
    drafts.changed('c', '一')
    await pause()
    expect(told).toEqual([])
    drafts.flush('c')
    await pause()
    expect(told).toEqual([['c', '一']])
  })

  it('of another window are shown here, also that it was sent, but never over what was typed here', async () => {
    const { drafts, pause } = room()
    drafts.elsewhere('c', '那边写的')
    expect(composing('c')).toMatchObject({ text: '', draft: 'unread' })
    drafts.changed('c', '一')
    drafts.elsewhere('c', '那边写的')
    expect(composing('c').text).toBe('一')
    await pause()
    drafts.elsewhere('c', '那边写的')
    expect(composing('c')).toMatchObject({ text: '那边写的', draft: 'saved' })
    drafts.elsewhere('c', '')
    expect(composing('c').text).toBe('')
  })

  it('of the agent before are never stored for the next', async () => {
    const { drafts, saved, pause } = room()
    drafts.changed('c', '一')
    drafts.forget()
    await pause()
    expect(saved).toEqual([])
  })
})
