import { expect, test } from 'vitest'
import { Knowledge } from '../../domain/entities/script.ts'
import { faqIndex } from '../../domain/faq/faq-index.ts'
import { DEMO_KNOWLEDGE } from './demo-knowledge.ts'
import { knowledgeRow } from './insert-rows.ts'

const rows = DEMO_KNOWLEDGE.map((entry, index) => knowledgeRow(entry, index, 1_760_000_000_000))

test('every entry fits its schema, with sub-cases and usual mistakes among them', () => {
  for (const row of rows) expect(Knowledge.parse(row)).toEqual(row)
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(rows.filter(({ cases, mistakes }) => cases.length > 1 && mistakes.length > 0).length).toBeGreaterThan(5)
})

test('each wording leads to its own entry and to no other', () => {
  const index = faqIndex(rows)
  for (const { id, question, autoAnswer } of rows) {
    for (const text of [question, ...autoAnswer.phrases]) {
      expect([text, index.find({ text, teamId: 't', channelId: 'c', tier: 'normal', atMs: 1_760_000_000_000 })]).toEqual([text, autoAnswer.on ? id : null])
    }
  }
})
