import { expect, test } from 'vitest'
import { VirtualClock } from '../time/virtual-clock.ts'
import type { ApiClient } from './api-client.ts'
import { NetworkError } from './errors.ts'
import { WallStreams } from './wall-stream.ts'

/** A server whose walls the test writes. */
function house() {
  const clock = new VirtualClock()
  const lines: { teamId: string; say: (atMs: number) => void; cut: () => void; isOpen: () => boolean }[] = []
  let reachable = true
  const client = {
    wall: async (teamId: string, signal: AbortSignal) => {
      if (!reachable) throw new NetworkError('away')
      const waiting: (string | null)[] = []
      let wake = (): void => undefined
      let open = true
      const push = (text: string | null): void => {
        waiting.push(text)
        wake()
      }
      const cancel = (): void => {
        open = false
        push(null)
      }
      signal.addEventListener('abort', cancel, { once: true })
      lines.push({ teamId, say: atMs => { push(`event: wall\ndata: ${JSON.stringify({ teamId, atMs })}\n\n`) }, cut: cancel, isOpen: () => open })
      return {
        cancel,
        chunks: async function* () {
          for (;;) {
            const text = waiting.shift()
            if (text === null) return
            if (text === undefined) await new Promise<void>(resolve => { wake = resolve })
            else yield new TextEncoder().encode(text)
          }
        },
      }
    },
  } as unknown as ApiClient
  let changes = 0
  const walls = new WallStreams({ clock, random: () => 0.5, client: () => client, changed: () => { changes += 1 } })
  const at = (): number | null => walls.of('t')?.atMs ?? null
  return { clock, lines, walls, at, changes: () => changes, reachable: (on: boolean) => { reachable = on } }
}

test('one line however many windows look; with the last one it ends', async () => {
  const { clock, lines, walls, at } = house()
  const ends = [walls.watch('t'), walls.watch('t')]
  await clock.advance(10)
  lines[0]?.say(1)
  await clock.advance(10)
  expect([lines.length, at()]).toEqual([1, 1])
  ends[0]?.()
  ends[0]?.()
  expect(lines[0]?.isOpen()).toBe(true)
  ends[1]?.()
  await clock.advance(10)
  expect([lines[0]?.isOpen(), at()]).toEqual([false, null])
  await clock.advance(60_000)
  expect(lines).toHaveLength(1)
  walls.stop()
})

test('cut or silent it shows nothing rather than what was, and comes back by itself', async () => {
  const { clock, lines, walls, at, reachable } = house()
  walls.watch('t')
  await clock.advance(10)
  lines[0]?.say(1)
  await clock.advance(10)
  reachable(false)
  lines[0]?.cut()
  await clock.advance(10)
  expect(at()).toBeNull()
  reachable(true)
  await clock.advance(6_000)
  lines.at(-1)?.say(2)
  await clock.advance(10)
  expect(at()).toBe(2)
  await clock.advance(8_000)
  expect(at()).toBeNull()
  walls.stop()
})

test('another desk is opened: the line of the one before is let go', async () => {
  const { clock, lines, walls, at } = house()
  walls.watch('t')
  await clock.advance(10)
  lines[0]?.say(1)
  await clock.advance(10)
  walls.again()
  await clock.advance(10)
  expect([lines.map(line => line.isOpen()), at()]).toEqual([[false, true], null])
  walls.stop()
})
