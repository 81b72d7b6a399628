import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { app, crashReporter } from 'electron'

const KEPT = 5
// Where Crashpad puts them, by platform and state.
const PLACES = ['.', 'new', 'pending', 'completed', 'reports']

/** Crash reports stay on this machine, the newest five; nothing is ever uploaded. */
export function keepCrashReportsLocal(folder: string): void {
  app.setPath('crashDumps', folder)
  crashReporter.start({ uploadToServer: false })
  dropOldReports(folder, KEPT)
}

/** Deletes all but the `kept` newest dumps below `folder`. */
export function dropOldReports(folder: string, kept: number): void {
  const dumps = PLACES.map(place => path.join(folder, place)).filter(place => existsSync(place))
    .flatMap(place => readdirSync(place).filter(name => name.endsWith('.dmp')).map(name => path.join(place, name)))
  const newestFirst = dumps.map(file => ({ file, atMs: statSync(file).mtimeMs })).sort((one, other) => other.atMs - one.atMs)
  for (const { file } of newestFirst.slice(kept)) rmSync(file, { force: true })
}
