import { DiskFullError, FileBusyError, FileDamagedError, FileNewerError, SqliteTooOldError } from '../db/errors.ts'
import type { DeskError, DeskErrorCode } from '../protocol/desk-api.ts'
import { KeyFileDamagedError, WrongPasswordError } from './keys/errors.ts'
import { BadAnswerError, ChecksumError, LoopbackOnlyError, NetworkError, ProblemError, RevokedError, SessionEndedError } from './sync/errors.ts'

type Params = NonNullable<DeskError['params']>

/** A call that ends with a code of the bridge. Recovery: what i18n `error.<code>` says. */
export class DeskFailure extends Error {
  override name = 'DeskFailure'
  readonly code: DeskErrorCode
  readonly params: Params | null

  constructor(code: DeskErrorCode, params: Params | null = null, options: { cause?: unknown } = {}) {
    super(code, options)
    this.code = code
    this.params = params
  }
}

const BY_PROBLEM: Record<string, DeskErrorCode> = {
  invalid_credentials: 'invalid_credentials', invalid_code: 'invalid_code', device_revoked: 'device_revoked', upgrade_required: 'upgrade_required',
  rate_limited: 'rate_limited', not_found: 'not_found',
}

function codeOf(error: unknown): DeskErrorCode {
  if (error instanceof DiskFullError) return 'disk_full'
  if (error instanceof FileBusyError) return 'file_busy'
  if (error instanceof FileNewerError) return 'file_newer'
  if (error instanceof FileDamagedError || error instanceof SqliteTooOldError) return 'file_damaged'
  if (error instanceof KeyFileDamagedError) return 'key_lost'
  if (error instanceof WrongPasswordError) return 'wrong_password_offline'
  if (error instanceof LoopbackOnlyError) return 'loopback_only'
  if (error instanceof NetworkError) return 'server_unreachable'
  if (error instanceof RevokedError) return 'device_revoked'
  if (error instanceof SessionEndedError) return 'not_signed_in'
  if (error instanceof BadAnswerError || error instanceof ChecksumError) return 'server_error'
  if (error instanceof ProblemError) {
    if (error.status === 429) return 'rate_limited'
    return BY_PROBLEM[error.code] ?? (error.status === 426 ? 'upgrade_required' : error.status >= 500 ? 'server_error' : 'invalid')
  }
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'ENOSPC' ? 'disk_full' : 'unknown'
}

/** @returns what a window is told of any error. No customer text: the detail names classes and codes only */
export function errorOf(error: unknown): DeskError {
  if (error instanceof DeskFailure) return { code: error.code, detail: null, params: error.params }
  const code = codeOf(error)
  const params = error instanceof ProblemError && error.retryAfterMs !== null ? { seconds: Math.ceil(error.retryAfterMs / 1000) } : null
  const detail = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : null
  return { code, detail: code === 'unknown' || code === 'server_error' || code === 'file_damaged' ? detail : null, params }
}
