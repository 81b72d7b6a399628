import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../../../build/root.ts'

/** Where screenshots go. */
export const results = path.join(root, 'test-results')

/** @returns a new folder of the test's own; `remove` at the end */
export function testFolder(name: string): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `shiftdesk-${name}-`))
  // Started by root, PostgreSQL runs as another user: where it cannot get, its files are elsewhere, and a shop cannot be copied.
  chmodSync(folder, 0o755)
  return { path: folder, remove: () => { rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) } }
}
