import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../edge/clock.ts'
import { connect } from './database.ts'
import { startEmbedded } from './embedded/server.ts'
import { migrate } from './migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** Runs of named files outside these rooms start no database. */
function needsDatabase(): boolean {
  const filters = process.argv.slice(2).filter((word) => !word.startsWith('-') && word !== 'run')
  return filters.length === 0 || filters.some((filter) => /api|tests|simulation|^\.$/.test(filter))
}

/** One real PostgreSQL for the whole run with the database `template_shiftdesk`, which every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!needsDatabase()) return () => Promise.resolve()
  const folder = mkdtempSync(join(tmpdir(), 'shiftdesk-test-'))
  // Started by root, the server runs as another user: it has to get there.
  chmodSync(folder, 0o755)
  const server = await startEmbedded({ folder, clock: systemClock, durable: false })
  const admin = connect(server.url('postgres'), 1)
  await admin`create database template_shiftdesk`
  await admin.end()
  const template = connect(server.url('template_shiftdesk'), 1)
  await migrate(template)
  await template.end()
  project.provide('postgresUrl', server.url('DATABASE'))
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
