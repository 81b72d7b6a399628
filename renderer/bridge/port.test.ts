import { expect, test } from 'vitest'
import type { PreloadBridge } from '../../protocol/shell.ts'
import { PORT_MESSAGE } from '../../protocol/shell.ts'
import { NoShellError, openShell } from './port.ts'

type Sent = { source: unknown; origin: string; data: unknown; ports: readonly unknown[] }

/** A window with just what the bridge touches. */
function page(bridge: Partial<PreloadBridge> | undefined) {
  const listeners: ((event: Sent) => void)[] = []
  const self = {
    shiftdesk: bridge,
    location: { origin: 'app://desk' },
    addEventListener: (_type: string, listener: (event: Sent) => void) => { listeners.push(listener) },
  }
  const say = (event: Partial<Sent>) => {
    for (const listener of listeners) {
      listener({ source: self, origin: 'app://desk', data: PORT_MESSAGE, ports: ['port'], ...event })
    }
  }
  return { self: self as unknown as Window, say }
}

test('asks for a port and takes each that preload hands over', () => {
  let asked = 0
  const { self, say } = page({ requestPort: () => { asked += 1; return Promise.resolve() } })
  const ports: unknown[] = []
  openShell(self).onPort(port => { ports.push(port) })
  expect(asked).toBe(1)
  say({})
  say({ ports: ['second'] })
  expect(ports).toEqual(['port', 'second'])
})

test('takes no port from elsewhere', () => {
  const { self, say } = page({ requestPort: () => Promise.resolve() })
  const ports: unknown[] = []
  openShell(self).onPort(port => { ports.push(port) })
  say({ source: {} })
  say({ origin: 'https://example.org' })
  say({ data: 'something' })
  say({ ports: [] })
  expect(ports).toEqual([])
})

test('says so when preload is missing', () => {
  expect(() => openShell(page(undefined).self)).toThrow(NoShellError)
})
