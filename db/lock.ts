import Sqlite from 'better-sqlite3'
import { FileBusyError, fromSqlite } from './errors.ts'

export type Lock = { release(): void }

/**
 * Takes a lock file for this process, at once or not at all. The system lets go of it when the process dies, however it dies:
 * there is no stale lock to judge. @throws FileBusyError while another process (or this one) has it
 */
export function tryLock(path: string): Lock {
  const sqlite = new Sqlite(path, { timeout: 0 })
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    return { release: () => void sqlite.close() }
  } catch (error) {
    sqlite.close()
    const known = fromSqlite(error)
    throw known instanceof FileBusyError ? known : new FileBusyError('lock', { cause: error })
  }
}
