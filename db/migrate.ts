import { FileNewerError } from './errors.ts'
import type { DeskFile } from './handle.ts'
import { PEOPLE_AND_CUSTOMERS } from './migrations/0001-people-and-customers.ts'
import { CONVERSATIONS } from './migrations/0002-conversations.ts'
import { DESK } from './migrations/0003-desk.ts'
import { DRAFT_KINDS } from './migrations/0004-draft-kinds.ts'
import { LIST_INDEXES } from './migrations/0005-list-indexes.ts'
import { SCRIPTS_AND_STUDIO } from './migrations/0006-scripts-and-studio.ts'
import { INSERTED_SCRIPTS } from './migrations/0007-inserted-scripts.ts'
import { SHIFT } from './migrations/0008-shift.ts'

/** In order; what was released is never changed again. The file's `user_version` is the number of those it has. */
export const MIGRATIONS: readonly string[] = [
  PEOPLE_AND_CUSTOMERS, CONVERSATIONS, DESK, DRAFT_KINDS, LIST_INDEXES, SCRIPTS_AND_STUDIO, INSERTED_SCRIPTS, SHIFT,
]

/** @returns the version of the file: how many migrations it has */
export function versionOf(file: DeskFile): number {
  return file.read.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}

/**
 * Brings a file up to this program, each step in one transaction with its number.
 * @param upTo for tests: stop after so many @throws FileNewerError when the file is newer than this program
 */
export function migrate(file: DeskFile, upTo = MIGRATIONS.length): void {
  const version = versionOf(file)
  if (version > MIGRATIONS.length) throw new FileNewerError(`file ${version}, program ${MIGRATIONS.length}`)
  MIGRATIONS.slice(version, upTo).forEach((sql, index) => {
    file.write(db => {
      db.exec(sql)
      db.exec(`PRAGMA user_version = ${version + index + 1}`)
    })
  })
}
