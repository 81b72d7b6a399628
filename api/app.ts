import fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { FastifyBaseLogger } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { answerBrokenHttp, answerError, answerProblems } from './routes/answer-problems.ts'
import type { App } from './routes/app-type.ts'
import { addDocs } from './routes/docs.ts'
import { logRequests } from './routes/request-log.ts'
import { addSecurityHeaders } from './routes/security-headers.ts'

/** Bytes of a JSON body; attachments come in chunks of 256 KiB. A push of 100 long messages stays below it. */
const BODY_LIMIT = 4 * 1024 * 1024

export interface AppOptions {
  readonly log: FastifyBaseLogger
  /** Addresses of reverse proxies whose X-Forwarded-For is believed. */
  readonly trustProxy?: string[]
  /** Registers the routes, in the order given, after the common hooks. */
  readonly parts: readonly ((app: App) => void | Promise<void>)[]
}

/** One registered route, for the tests that walk all of them. */
export interface RouteEntry {
  readonly method: string
  readonly url: string
  readonly access: string | readonly string[]
}

/**
 * The app with what all routes share: problem bodies, schemas, security headers, OpenAPI. In: log and parts. Out: the app
 * (not listening) and its route table.
 */
export async function buildApp(options: AppOptions): Promise<{ app: App, routes: RouteEntry[] }> {
  const app: App = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy && options.trustProxy.length > 0 ? options.trustProxy : false,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    frameworkErrors: (error, request, reply) => { void answerError(error, request, reply) },
    clientErrorHandler: answerBrokenHttp,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const routes: RouteEntry[] = []
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      if (method !== 'HEAD') routes.push({ method, url: route.url, access: route.config?.access ?? 'signed_in' })
    }
  })
  answerProblems(app)
  addSecurityHeaders(app)
  logRequests(app)
  await addDocs(app)
  for (const part of options.parts) await part(app)
  return { app, routes }
}
