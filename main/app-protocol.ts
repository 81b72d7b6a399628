import type { Protocol } from 'electron'
import type { AppAnswer } from './app-files.ts'

type Asked = { url: string; method: string }
type SchemeProtocol = Pick<Protocol, 'handle'> & Partial<Pick<Protocol, 'registerBufferProtocol'>>
/** Chromium's net::ERR_FAILED. */
const FAILED = -2

/**
 * Answers a scheme by `answer`; what it throws is told to `log` and fails the request. The older way hands the bytes over as they are;
 * `handle` makes a Request, a Response and two streams of each file, for which Node loads its whole fetch, 60 to 80 ms in the middle of
 * a start. An Electron that has only `handle` gets that.
 */
export function answerScheme(protocol: SchemeProtocol, scheme: string, answer: (request: Asked) => AppAnswer, log: (text: string) => void): void {
  const answered = (request: Asked): AppAnswer | null => {
    try {
      return answer(request)
    } catch (error) {
      log(`${request.url}: ${error instanceof Error ? error.message : 'unknown'}`)
      return null
    }
  }
  if (protocol.registerBufferProtocol) {
    protocol.registerBufferProtocol(scheme, (request, done) => {
      const found = answered(request)
      done(found ? { statusCode: found.status, headers: found.headers, data: found.body } : { error: FAILED })
    })
    return
  }
  protocol.handle(scheme, request => {
    const found = answered(request)
    return found ? new Response(new Uint8Array(found.body), { status: found.status, headers: found.headers }) : Response.error()
  })
}
