import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import { CertificateError } from '../sync/errors.ts'

type Store = { getCACertificates?: (type: 'default' | 'system') => string[]; setDefaultCACertificates?: (certificates: string[]) => void }

/**
 * Companies open TLS on their way out with a certificate of their own: those of the system's store count, and those of a PEM
 * file. On a runtime that cannot (before Node 24.5) nothing changes. @param extraFile PEM, from SHIFTDESK_EXTRA_CA
 * @returns what was added, and why the file was not
 */
export function trustCompanyCertificates(extraFile: string | undefined): { added: number; problem: string | null } {
  const { getCACertificates: get, setDefaultCACertificates: set } = tls as Store
  if (!get || !set) return { added: 0, problem: extraFile === undefined ? null : 'runtime' }
  let extra: string[] = []
  let problem: string | null = null
  try {
    if (extraFile !== undefined) extra = readFileSync(extraFile, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    if (extraFile !== undefined && extra.length === 0) problem = 'no_certificate'
  } catch (error) {
    problem = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
  }
  const known = get('default')
  const all = [...new Set([...known, ...get('system'), ...extra])]
  if (all.length > known.length) set(all)
  return { added: all.length - known.length, problem }
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
