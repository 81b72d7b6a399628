/** No answer: refused, cut, or too late. Recovery: try again with back-off. */
export class NetworkError extends Error {
  override name = 'NetworkError'
}

/** This runtime may talk to this machine only. Recovery: install a current Electron. */
export class LoopbackOnlyError extends Error {
  override name = 'LoopbackOnlyError'
}

/** The server answered with a problem body (RFC 9457). */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly status: number
  readonly code: string
  readonly retryAfterMs: number | null
  readonly expectedId: number | null

  constructor(status: number, code: string, detail: string, retryAfterMs: number | null, expectedId: number | null) {
    super(`${status} ${code} ${detail}`.trim())
    this.status = status
    this.code = code
    this.retryAfterMs = retryAfterMs
    this.expectedId = expectedId
  }
}

/** The session is over and cannot be refreshed. Recovery: ask for the password; local work goes on. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError'
}

/** The device was revoked (I13). Recovery: none; the file is deleted. */
export class RevokedError extends Error {
  override name = 'RevokedError'
}

/** The server cannot show that it is the one meant: an untrusted, wrong or outdated certificate. Recovery: the company's certificate, or the clock. */
export class CertificateError extends NetworkError {
  override name = 'CertificateError'
  /** Not valid at this machine's time: that may be wrong. */
  readonly byTime: boolean

  constructor(message: string, byTime: boolean, options: { cause?: unknown } = {}) {
    super(message, options)
    this.byTime = byTime
  }
}

/** Desk and server hold different rows and fetching all anew did not help. Recovery: none by itself; the agent may ask for another try. */
export class ChecksumError extends Error {
  override name = 'ChecksumError'
}

/** An answer that is not what the contract says. Recovery: try again; if it stays, update. */
export class BadAnswerError extends Error {
  override name = 'BadAnswerError'
}
