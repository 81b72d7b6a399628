import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DeskError, QueryName } from '../../protocol/desk-api.ts'
import type { SessionView } from '../../protocol/views.ts'
import { createDeskClient } from '../bridge/client.ts'
import type { DeskClient } from '../bridge/client.ts'
import { systemClock } from '../edge/clock.ts'
import { startLive, useLive } from './live-store.ts'

type Listener = { value(value: unknown): void; error?(error: DeskError): void }

/** A core that says what the test says. */
function openCore() {
  const listeners = new Map<QueryName, Listener>()
  const ended: QueryName[] = []
  const client: DeskClient = {
    ...createDeskClient(systemClock),
    subscribe(name, _args, listener) {
      listeners.set(name, listener)
      return () => { ended.push(name) }
    },
  }
  return {
    client, ended,
    say: (name: QueryName, value: unknown) => { listeners.get(name)?.value(value) },
    refuse: (name: QueryName) => { listeners.get(name)?.error?.({ code: 'not_signed_in', detail: null, params: null }) },
  }
}

const session = (state: SessionView['state'], personId = 'p'): SessionView => ({
  state, me: state === 'ready' ? { personId, account: 'a', name: 'A', roles: [], teamIds: [] } : null,
  shop: state === 'ready' ? { id: 's', name: 'S' } : null, api: null, offline: false, needsSignIn: false, ended: null,
})
const lists = { waiting: [], running: [], queue: [], left: [], closed: [] }

let end: () => void = () => undefined
beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  end()
  vi.useRealTimers()
  useLive.setState({ session: null })
})

test('the first session is shown together with its lists', () => {
  const core = openCore()
  end = startLive(core.client, ['settings', 'conversations'])
  core.refuse('conversations')
  core.say('session', session('opening'))
  expect(useLive.getState().session?.state).toBe('opening')
  core.say('session', session('ready'))
  core.say('settings', { sound: true })
  expect(useLive.getState().session?.state).toBe('opening')
  core.say('conversations', lists)
  expect(useLive.getState()).toMatchObject({ session: { state: 'ready' }, lists, listsError: null })
  expect(core.ended).toEqual([])
})

test('a core that answers in parts, or not at all, does not keep the window waiting', () => {
  const core = openCore()
  end = startLive(core.client, ['settings', 'conversations'])
  core.say('session', session('ready'))
  vi.advanceTimersByTime(399)
  expect(useLive.getState().session).toBeNull()
  vi.advanceTimersByTime(1)
  expect(useLive.getState().session?.state).toBe('ready')
})

test('a list that cannot be had is said with the session', () => {
  const core = openCore()
  end = startLive(core.client, ['conversations'])
  core.say('session', session('ready'))
  core.refuse('conversations')
  expect(useLive.getState()).toMatchObject({ session: { state: 'ready' }, listsError: { code: 'not_signed_in' } })
})

test('locked before the lists were there: nothing of the agent stays, and it comes back with the session', () => {
  const core = openCore()
  end = startLive(core.client, ['conversations'])
  core.say('session', session('ready'))
  core.say('session', session('locked'))
  expect(useLive.getState()).toMatchObject({ session: { state: 'locked' }, lists: null })
  expect(core.ended).toEqual(['conversations'])
  vi.advanceTimersByTime(1_000)
  expect(useLive.getState().session?.state).toBe('locked')
  core.say('session', session('ready'))
  core.say('conversations', lists)
  expect(useLive.getState()).toMatchObject({ session: { state: 'ready' }, lists })
})

test('another agent gets nothing of the one before', () => {
  const core = openCore()
  end = startLive(core.client, ['conversations'])
  core.say('session', session('ready'))
  core.say('conversations', lists)
  core.say('session', session('ready', 'q'))
  expect(useLive.getState()).toMatchObject({ session: { me: { personId: 'q' } }, lists: null })
  expect(core.ended).toEqual(['conversations'])
})
