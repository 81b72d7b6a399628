/** The bytes are not a database of ours, or a page of it fails its check. Recovery: set the file aside, fetch anew; never overwrite it. */
export class FileDamagedError extends Error {
  override name = 'FileDamagedError'
}

/** Written by a newer version. Recovery: update this program; the file stays as it is. */
export class FileNewerError extends Error {
  override name = 'FileNewerError'
}

/** Another process has it. Recovery: close the other desk, try again. */
export class FileBusyError extends Error {
  override name = 'FileBusyError'
}

/** No space left. Recovery: free some and try again; the transaction was rolled back as a whole. */
export class DiskFullError extends Error {
  override name = 'DiskFullError'
}

/** The library is too old: before 3.51.3 a WAL file can corrupt. Recovery: none at run time. */
export class SqliteTooOldError extends Error {
  override name = 'SqliteTooOldError'
}

/** A page of rows that is not of this schema. Recovery: repair by snapshot, else update. */
export class BadRowError extends Error {
  override name = 'BadRowError'
}

/** This file came back from a backup: its mutation ids are taken. Recovery: a new device id, renumber what waits. */
export class DivergedError extends Error {
  override name = 'DivergedError'
  /** Where the server stands, when what it forgot must come back from the journal as well. */
  readonly resendAfter: number | null

  constructor(message: string, options: { cause?: unknown; resendAfter?: number } = {}) {
    super(message, options)
    this.resendAfter = options.resendAfter ?? null
  }
}

/** A write did not do what it had to. A fault in this program. */
export class WriteEffectError extends Error {
  override name = 'WriteEffectError'
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** @returns one of the errors above for what SQLite threw; anything else as it is */
export function fromSqlite(error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE' || code === 'SQLITE_IOERR_FSYNC' ||
    code === 'SQLITE_IOERR_SHMSIZE' || code === 'SQLITE_IOERR_TRUNCATE') return new DiskFullError(code, { cause: error })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_IOERR_SHORT_READ' ||
    code === 'SQLITE_IOERR_DATA') return new FileDamagedError(code, { cause: error })
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return new FileBusyError(code, { cause: error })
  return error
}
