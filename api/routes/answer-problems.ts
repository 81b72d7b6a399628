import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problemBody, ProblemError } from './problem.ts'
import type { ProblemExtra } from './problem.ts'

/** Codes of Fastify's own refusals, by its error code. */
const FRAMEWORK_CODES: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_BAD_URL: 'bad_url',
  FST_ERR_MAX_PARAM_LENGTH: 'bad_url',
}

/** SQLSTATE class 22: text or numbers that the database cannot hold (a NUL in a text). A last net below the schemas. */
const DATA_ERROR = /^22[0-9A-Z]{3}$/
const UNIQUE_VIOLATION = '23505'

function send(reply: FastifyReply, status: number, code: string, extra: ProblemExtra = {}): FastifyReply {
  if (extra.retryAfterSec !== undefined) void reply.header('retry-after', Math.ceil(extra.retryAfterSec))
  void reply.header('cache-control', 'no-store')
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body) => JSON.stringify(body))
    .send(problemBody(status, code, extra))
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Answers an error with an RFC 9457 body: own problems, schema failures (400 `invalid_request` with the path, never the
 * value), framework refusals, and everything else as a 500 that tells nothing and is logged.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) {
    if (error.status >= 500) request.log.warn({ err: error }, 'refused')
    return send(reply, error.status, error.code, error.extra)
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const places = error.validation.slice(0, 5)
      .map((issue) => `${error.validationContext}${issue.instancePath.replaceAll('/', '.')}: ${issue.keyword}`)
    return send(reply, 400, 'invalid_request', { detail: places.join('; ') })
  }
  const failure = error instanceof Error ? error : new Error('thrown value')
  const code = text('code' in failure ? failure.code : '')
  const status = 'statusCode' in failure && typeof failure.statusCode === 'number' ? failure.statusCode : 500
  if (status >= 400 && status < 500) return send(reply, status, FRAMEWORK_CODES[code] ?? 'invalid_request')
  if (DATA_ERROR.test(code)) {
    request.log.warn({ err: failure }, 'the database refused the data')
    return send(reply, 400, 'invalid_request')
  }
  if (code === UNIQUE_VIOLATION) return send(reply, 409, 'already_exists')
  request.log.error({ err: failure }, 'request failed')
  return send(reply, 500, 'internal')
}

/** Makes every refusal and every failure of the app a problem body, unknown routes too. Before its routes are registered. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => send(reply, 404, 'not_found'))
  app.setErrorHandler(answerError)
}

/** What is no HTTP at all, or too long a header: one problem body, and the connection ends. */
export function answerBrokenHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, line] = error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request']
  const body = JSON.stringify(problemBody(status, 'bad_http'))
  socket.end(`HTTP/1.1 ${status} ${line}\r\nContent-Type: application/problem+json; charset=utf-8\r\n`
    + `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`)
}
