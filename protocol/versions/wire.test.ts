import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import { ENTITIES } from '../../domain/entities/entity.ts'
import type { EntityName } from '../../domain/entities/entity.ts'
import { MUTATIONS, MUTATION_NAMES, RefusalCode } from '../mutations.ts'
import type { MutationName } from '../mutations.ts'
import { PullRequest, PullResponse, PushRequest, PushResponse, SCHEMA_VERSION, SnapshotLine, StreamEvent, SyncProblemCode } from '../sync.ts'
import { OLDEST_SCHEMA, downcastRow, upcastArgs } from './cast.ts'

const WIRE = { PushRequest, PushResponse, PullRequest, PullResponse, SnapshotLine, StreamEvent, SyncProblemCode, RefusalCode, ...ENTITIES, ...MUTATIONS }

/** The same text for the same schema, whatever order its keys were written in. */
function canonical(value: unknown): unknown {
  // Lists of a schema (required, enum, anyOf) are sets.
  if (Array.isArray(value)) return value.map(part => JSON.stringify(canonical(part))).toSorted()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, canonical(part)]))
}

function hashOf(schemas: Record<string, z.ZodType>): string {
  const whole = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })])
  return createHash('sha256').update(JSON.stringify(canonical(Object.fromEntries(whole)))).digest('hex').slice(0, 16)
}

interface Golden {
  mutations: Record<MutationName, object>
  rows: Record<EntityName, object>
}
const folder = path.join(import.meta.dirname, 'golden')
const goldenOf = (version: number) => JSON.parse(readFileSync(path.join(folder, `${version}.json`), 'utf8')) as Golden
const served = Array.from({ length: SCHEMA_VERSION - OLDEST_SCHEMA + 1 }, (_, index) => OLDEST_SCHEMA + index)

describe('history', () => {
  const lines = readFileSync(path.join(import.meta.dirname, 'HISTORY.md'), 'utf8').split('\n')
    .map(line => /^\| (\d+) \| `([0-9a-f]{16})` \| .+ \|$/.exec(line)).filter(line => line !== null)
    .map(([, version, hash]) => ({ version: Number(version), hash }))

  test('has a line for each version, from 1, in order', () => {
    expect(lines.map(({ version }) => version)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1))
  })

  test('the wire is the one of the last line: a change of it is a new version with its line, step and golden file', () => {
    expect(lines.at(-1)?.hash, `HISTORY.md says how to go on; the wire is now ${hashOf(WIRE)}`).toBe(hashOf(WIRE))
  })

  test('the hash tells a change, and not the order of keys', () => {
    const before = hashOf({ Row: z.object({ id: z.string(), at: z.number() }) })
    expect(hashOf({ Row: z.object({ at: z.number(), id: z.string() }) })).toBe(before)
    expect(hashOf({ Row: z.object({ id: z.string(), at: z.number().int() }) })).not.toBe(before)
    expect(hashOf({ Row: z.object({ id: z.string(), at: z.number().optional() }) })).not.toBe(before)
  })
})

describe('golden files', () => {
  test('there is one of each version that is served', () => {
    expect(readdirSync(folder).toSorted()).toEqual(served.map(version => `${version}.json`).toSorted())
  })

  test.each(served)('I11: what a desk of version %i sends is taken', version => {
    const { mutations } = goldenOf(version)
    expect(Object.keys(mutations)).toEqual(expect.arrayContaining(version === SCHEMA_VERSION ? MUTATION_NAMES : []))
    for (const name of Object.keys(mutations) as MutationName[]) {
      const args = upcastArgs(name, mutations[name], version)
      expect([name, MUTATIONS[name].safeParse(args).data]).toEqual([name, goldenOf(SCHEMA_VERSION).mutations[name]])
    }
  })

  test.each(served)('I11: what a desk of version %i gets is what it knows', version => {
    const { rows } = goldenOf(version)
    expect(Object.keys(rows)).toEqual(expect.arrayContaining(version === SCHEMA_VERSION ? [...ENTITY_NAMES] : []))
    for (const name of Object.keys(rows) as EntityName[]) {
      const current = ENTITIES[name].parse(goldenOf(SCHEMA_VERSION).rows[name])
      expect([name, downcastRow(name, current, version)]).toEqual([name, rows[name]])
    }
  })
})
