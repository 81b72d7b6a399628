import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import { CertificateError } from '../sync/errors.ts'

type Store = { getCACertificates?: (type: 'default' | 'system') => string[]; setDefaultCACertificates?: (certificates: string[]) => void }

/**
 * Companies open TLS on their way out with a certificate of their own: those of the system's store count, and those of a PEM
 * file. Read only when a certificate was not trusted: it takes some 50 ms. On a runtime that cannot (before Node 24.5) nothing
 * changes. @param extraFile PEM, from SHIFTDESK_EXTRA_CA @returns asks once: whether there are more to trust now
 */
export function companyCertificates(
  extraFile: string | undefined, log: (event: string, detail: Record<string, unknown>) => void,
): () => boolean {
  let asked = false
  return () => {
    if (asked) return false
    asked = true
    const { getCACertificates: get, setDefaultCACertificates: set } = tls as Store
    if (!get || !set) return false
    const known = get('default')
    const all = [...new Set([...known, ...get('system'), ...fromFile(extraFile, log)])]
    log('certificates', { added: all.length - known.length })
    if (all.length === known.length) return false
    set(all)
    return true
  }
}

function fromFile(file: string | undefined, log: (event: string, detail: Record<string, unknown>) => void): string[] {
  if (file === undefined) return []
  try {
    return readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  } catch (error) {
    log('certificates_unreadable', { code: error instanceof Error && 'code' in error ? error.code : 'unknown' })
    return []
  }
}

const BY_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_REVOKED', 'CERT_UNTRUSTED', 'INVALID_CA', 'CERT_REJECTED',
])

/** @returns the certificate's fault in what a request threw, however deep; null when it was something else */
export function certificateError(error: unknown): CertificateError | null {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = 'code' in cause ? String(cause.code) : ''
    if (BY_TIME.has(code) || UNTRUSTED.has(code)) return new CertificateError(code, BY_TIME.has(code), { cause: error })
  }
  return null
}
