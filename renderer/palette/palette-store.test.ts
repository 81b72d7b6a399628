import { describe, expect, it } from 'vitest'
import type { Answer } from '../../protocol/desk-api.ts'
import type { PaletteHit, PaletteView } from '../../protocol/script-views.ts'
import type { DeskClient } from '../bridge/client.ts'
import { createPalette } from './palette-store.ts'
import type { PaletteQuestion } from './palette-store.ts'

const hit = (id: string): PaletteHit => ({
  id, code: id, title: id, text: id, body: null, filled: [], open: [], titleMarks: [], textMarks: [], codeMarks: [], stage: null, scene: null, language: 'zh',
  tags: [], personal: false, changed: false, pictureIds: [], reason: null, cases: [], mistakes: [], updatedAtMs: 0,
})
const view = (ids: string[], total = ids.length): PaletteView => ({ hits: ids.map(hit), total, how: 'found', scenes: [] })
const question = (text: string): PaletteQuestion => ({ text, tab: 'scripts', conversationId: null, stage: null, scene: null })

/** A core that answers when the test says so. */
function held() {
  const waiting: { text: string; limit: number; answer: (view: PaletteView) => void; refuse: () => void }[] = []
  const call = (_name: string, { text, limit }: { text: string; limit: number }) => new Promise<Answer<PaletteView>>(resolve => {
    waiting.push({
      text, limit, answer: value => { resolve({ ok: true, value }) }, refuse: () => { resolve({ ok: false, error: { code: 'timeout', detail: null, params: null } }) },
    })
  })
  return { waiting, palette: createPalette({ call: call as DeskClient['call'] }) }
}

describe('a palette', () => {
  it('shows the answer to the newest question, whichever comes first', async () => {
    const { waiting, palette } = held()
    palette.ask(question('t'))
    palette.ask(question('tk'))
    waiting[1]?.answer(view(['refund']))
    waiting[0]?.answer(view(['other', 'refund']))
    expect(await palette.chosen()).toMatchObject({ id: 'refund' })
    expect(palette.state.getState().view?.hits).toHaveLength(1)
  })

  it('an Enter right after a letter waits for what that letter finds', async () => {
    const { waiting, palette } = held()
    palette.ask(question('t'))
    waiting[0]?.answer(view(['wrong']))
    await palette.chosen()
    palette.ask(question('tk'))
    const taken = palette.chosen()
    waiting[1]?.answer(view(['right']))
    expect(await taken).toMatchObject({ id: 'right' })
  })

  it('begins at the top with each question, and keeps the chosen line when the same is asked again', async () => {
    const { waiting, palette } = held()
    palette.ask(question('a'))
    waiting[0]?.answer(view(['1', '2', '3']))
    await palette.chosen()
    palette.move(1)
    palette.ask(question('a'))
    expect(waiting).toHaveLength(1)
    palette.ask(question('a'), true)
    waiting[1]?.answer(view(['0', '1', '2', '3']))
    expect(await palette.chosen()).toMatchObject({ id: '2' })
    palette.ask(question('b'))
    waiting[2]?.answer(view(['9', '2']))
    expect(await palette.chosen()).toMatchObject({ id: '9' })
  })

  it('goes round by one step and stops at the end by a page', async () => {
    const { waiting, palette } = held()
    palette.ask(question('a'))
    waiting[0]?.answer(view(['1', '2', '3']))
    await palette.chosen()
    palette.move(-1)
    expect(palette.state.getState().at).toBe(2)
    palette.move(-10)
    expect(palette.state.getState().at).toBe(0)
  })

  it('asks for more step by step, once each, and only when there is more', async () => {
    const { waiting, palette } = held()
    palette.ask(question('a'))
    waiting[0]?.answer(view(['1'], 1))
    await palette.chosen()
    palette.more()
    expect(waiting).toHaveLength(1)
    palette.ask(question('b'))
    waiting[1]?.answer(view(['1', '2'], 500))
    await palette.chosen()
    palette.more()
    palette.more()
    waiting[2]?.answer(view(['1', '2', '3'], 500))
    await palette.chosen()
    palette.more()
    waiting[3]?.answer(view(['1', '2', '3', '4'], 500))
    await palette.chosen()
    palette.more()
    expect(waiting.map(({ limit }) => limit)).toEqual([12, 12, 48, 200])
  })

  it('asks for more of what is only offered as long as it comes in full', async () => {
    const { waiting, palette } = held()
    const offered = (count: number): PaletteView => ({ ...view(Array.from({ length: count }, (_, n) => `${n}`)), how: 'offered' })
    palette.ask(question(''))
    waiting[0]?.answer(offered(12))
    await palette.chosen()
    palette.more()
    waiting[1]?.answer(offered(30))
    await palette.chosen()
    palette.more()
    expect(waiting.map(({ limit }) => limit)).toEqual([12, 48])
  })

  it('keeps what is the same, so that only lines that changed are drawn again', async () => {
    const { waiting, palette } = held()
    palette.ask(question('a'))
    waiting[0]?.answer(view(['1', '2'], 500))
    await palette.chosen()
    const before = palette.state.getState().view
    palette.more()
    waiting[1]?.answer(view(['1', '2', '3'], 500))
    await palette.chosen()
    const after = palette.state.getState().view
    expect(after?.hits[0]).toBe(before?.hits[0])
    expect(after?.scenes).toBe(before?.scenes)
    expect(after?.hits).toHaveLength(3)
  })

  it('says that it could not, and nothing of an earlier answer can be chosen by mistake', async () => {
    const { waiting, palette } = held()
    palette.ask(question('a'))
    waiting[0]?.answer(view(['1']))
    await palette.chosen()
    palette.ask(question('ab'))
    waiting[1]?.refuse()
    expect(await palette.chosen()).toBeNull()
    expect(palette.state.getState().error?.code).toBe('timeout')
  })
})
