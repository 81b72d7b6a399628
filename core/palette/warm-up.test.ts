import { expect, test } from 'vitest'
import { allSeedScripts } from '../../api/seed/scripts/all-scripts.ts'
import { seedEntry } from '../../domain/palette/test-library.ts'
import { warmUp } from './warm-up.ts'

test('every search has a turn of its own, and a closed desk ends it', async () => {
  const entries = allSeedScripts(0).map(seedEntry)
  let turns = 0
  await warmUp(entries, async () => void turns++)
  expect(turns).toBeGreaterThan(40)
  await expect(warmUp(entries, () => Promise.reject(new RangeError('closed')))).rejects.toThrow('closed')
})
