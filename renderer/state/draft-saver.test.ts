import { beforeEach, describe, expect, it } from 'vitest'
import type { InsertedScript } from '../../domain/entities/inserted-script.ts'
import type { DraftPicture } from '../../protocol/views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { compose, composing, forgetComposers } from './composer-store.ts'
import { createDraftSaver } from './draft-saver.ts'

const picture = (id: string): DraftPicture => ({ id, name: 'a.png', mime: 'image/png', width: 4, height: 3 })
const there = (body: string) => ({ conversationId: 'c', draft: 'reply' as const, body, pictures: [], inserted: [] })
const script: InsertedScript = { scriptId: 's1', kind: null, body: '三天到账', from: 0, to: 4, open: [] }

/** Waits that pass when told to, and a core that notes what it is asked. */
function room(answers: boolean[] = []) {
  const waits = new Set<() => void>()
  const saved: unknown[] = []
  const call = (async (name: string, input: unknown) => {
    saved.push([name, input])
    return answers.shift() === false ? { ok: false, error: { code: 'core_gone' } } : { ok: true, value: { body: 'stored', pictures: [picture('a9')], inserted: [script] } }
  }) as unknown as DeskClient['call']
  const told: unknown[] = []
  const drafts = createDraftSaver({ call }, (_, act) => {
    waits.add(act)
    return () => { waits.delete(act) }
  }, draft => { told.push(draft) })
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
    expect(saved).toEqual([['draft.save', { conversationId: 'c', kind: 'reply', body: '你好，', attachmentIds: [] }]])
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

  it('keep an internal note as a note, never as the reply', async () => {
    const { drafts, saved, pause } = room()
    drafts.noteChanged('c', '顾客很急')
    drafts.changed('c', '您好')
    await pause()
    expect(saved).toEqual([
      ['draft.save', { conversationId: 'c', kind: 'note', body: '顾客很急', attachmentIds: [] }],
      ['draft.save', { conversationId: 'c', kind: 'reply', body: '您好', attachmentIds: [] }],
    ])
    expect(composing('c')).toMatchObject({ draft: 'saved', noteDraft: 'saved', text: '您好', noteText: '顾客很急' })
  })

  it('hold the pictures chosen, by id', async () => {
    const { drafts, saved, pause } = room()
    drafts.picturesChanged('c', [picture('a1'), picture('a2')])
    await pause()
    expect(saved).toEqual([['draft.save', { conversationId: 'c', kind: 'reply', body: '', attachmentIds: ['a1', 'a2'] }]])
  })

  it('hold which scripts were inserted, and give them back with the text', async () => {
    const { drafts, saved, pause } = room()
    drafts.changed('c', '亲，三天到账')
    compose('c', { inserted: [{ ...script, from: 2, to: 6 }] })
    await pause()
    expect(saved).toEqual([['draft.save', { conversationId: 'c', kind: 'reply', body: '亲，三天到账', attachmentIds: [], inserted: [{ ...script, from: 2, to: 6 }] }]])
    forgetComposers()
    drafts.open('c')
    await pause()
    expect(composing('c').inserted).toEqual([script])
  })

  it('of both kinds come back into an untouched composer', async () => {
    const { drafts, pause } = room()
    drafts.open('c')
    await pause()
    expect(composing('c')).toMatchObject({ text: 'stored', noteText: 'stored', note: false, pictures: [{ id: 'a9' }] })
  })

  it('are told to the other windows once stored, not before', async () => {
    const { drafts, pause, told } = room([false])
    drafts.changed('c', '一')
    await pause()
    expect(told).toEqual([])
    drafts.flush('c')
    await pause()
    expect(told).toEqual([{ conversationId: 'c', draft: 'reply', body: '一', pictures: [], inserted: [] }])
  })

  it('of another window are shown here, also that it was sent, but never over what was typed here', async () => {
    const { drafts, pause } = room()
    drafts.elsewhere(there('那边写的'))
    expect(composing('c')).toMatchObject({ text: '', draft: 'unread' })
    drafts.changed('c', '一')
    drafts.elsewhere(there('那边写的'))
    expect(composing('c').text).toBe('一')
    await pause()
    drafts.elsewhere(there('那边写的'))
    expect(composing('c')).toMatchObject({ text: '那边写的', draft: 'saved' })
    drafts.elsewhere(there(''))
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
