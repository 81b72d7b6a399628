import type { SeedScript } from '../../api/seed/seed-script.ts'
import { EVERYBODY } from '../entities/script.ts'
import { scriptEntry, type PaletteEntry } from './entry.ts'
import { PaletteIndex } from './palette-index.ts'
import { scriptPinyin } from './pinyin.ts'

/** For tests: a seeded script as the index takes it; its code is its id. */
export function seedEntry(seed: SeedScript): PaletteEntry {
  return scriptEntry({
    ...seed, id: seed.code, language: seed.lang, tags: [...seed.tags], campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null,
    reviewAtMs: null, personId: null, version: 1, updatedAtMs: 0, pinyin: scriptPinyin(seed),
  })
}

/** For tests: an index of seeded scripts. */
export function libraryOf(seeds: readonly SeedScript[]): PaletteIndex {
  const index = new PaletteIndex()
  index.put(seeds.map(seedEntry))
  return index
}
