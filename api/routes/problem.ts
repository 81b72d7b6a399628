import type { Problem } from '../../protocol/rest.ts'

/** What a problem may carry besides its code. */
export interface ProblemExtra {
  readonly detail?: string
  /** `gap`: the mutation id that the server waits for. */
  readonly expectedId?: number
  /** Also sent as the header Retry-After. */
  readonly retryAfterSec?: number
  readonly cause?: unknown
}

const TITLES: Record<number, string> = {
  400: 'Bad request', 401: 'Not signed in', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed',
  409: 'Conflict', 410: 'Gone', 413: 'Too large', 415: 'Unsupported media type', 422: 'Not acceptable',
  426: 'Upgrade required', 431: 'Headers too large', 429: 'Too many requests', 500: 'Internal error', 503: 'Busy',
}

/**
 * An answer to a request that cannot be served: becomes an RFC 9457 body. Recovery is the caller's; `code` says which.
 * Anything else that is thrown becomes a 500 without internals.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: string
  readonly extra: ProblemExtra

  constructor(status: number, code: string, extra: ProblemExtra = {}) {
    super(`${status} ${code}${extra.detail === undefined ? '' : `: ${extra.detail}`}`, { cause: extra.cause })
    this.status = status
    this.code = code
    this.extra = extra
  }
}

/** The RFC 9457 body of a problem. In: HTTP status, code and extras. Out: what goes on the wire. */
export function problemBody(status: number, code: string, extra: ProblemExtra = {}): Problem {
  return {
    type: `https://shiftdesk.example/problems/${code}`,
    title: TITLES[status] ?? 'Problem',
    status,
    code,
    ...(extra.detail === undefined ? {} : { detail: extra.detail }),
    ...(extra.expectedId === undefined ? {} : { expectedId: extra.expectedId }),
    ...(extra.retryAfterSec === undefined ? {} : { retryAfterSec: extra.retryAfterSec }),
  }
}
