import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'
import { releaseName } from './release-row.ts'
import type { ReleaseRow } from './release-row.ts'

const words = ((key: string, { title }: { title: string }) => `${key.split('.').at(-1)} ${title}`) as unknown as TFunction
const row = (id: string, undoes: string | null) => ({ id, undoes, title: '满减' }) as ReleaseRow

it('says whether it takes a release back, or takes that back', () => {
  const all = [row('1', null), row('2', '1'), row('3', '2'), row('4', '3')]
  expect(all.map(one => releaseName(words, one, all))).toEqual(['满减', 'undoOf 满减', 'redoOf 满减', 'undoOf 满减'])
})
