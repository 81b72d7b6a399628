import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import type { RouteEntry } from './app.ts'
import { authenticate } from './auth/authenticate.ts'
import { PasswordHasher } from './auth/password-hash.ts'
import { SignInLimits } from './auth/rate-limit.ts'
import { newSecret } from './auth/secrets.ts'
import { chatRoutes } from './channels/chat-routes.ts'
import { webhookRoutes } from './channels/webhook-routes.ts'
import type { ApiContext } from './context.ts'
import type { App } from './routes/app-type.ts'
import { authRoutes } from './routes/auth-routes.ts'
import { deviceRoutes } from './routes/device-routes.ts'
import { peopleRoutes } from './routes/people-routes.ts'
import { pictureRoutes } from './routes/picture-routes.ts'
import { setupRoutes } from './routes/setup-routes.ts'
import { shiftRoutes } from './routes/shift-routes.ts'
import { shopRoutes } from './routes/shop-routes.ts'
import { studioRoutes } from './routes/studio-routes.ts'
import { systemRoutes } from './routes/system-routes.ts'
import { historyRoutes } from './sync/history-routes.ts'
import { syncRoutes } from './sync/sync-routes.ts'
import { wallRoutes } from './wall/wall-routes.ts'

/** All routes of the API over one context. In: context, log, proxies to believe, token of the set-up page. Out: the app, not listening. */
export async function assembleApp(
  context: ApiContext, options: { log: Logger, trustProxy?: string[], hasher?: PasswordHasher, setupToken?: string },
): Promise<{ app: App, routes: RouteEntry[] }> {
  const parts = { hasher: options.hasher ?? new PasswordHasher(), limits: new SignInLimits(context.sql, context.clock) }
  await parts.hasher.prepare()
  return buildApp({
    log: options.log,
    trustProxy: options.trustProxy ?? [],
    parts: [
      (app) => authenticate(app, context),
      (app) => systemRoutes(app, context),
      (app) => authRoutes(app, context, parts),
      (app) => setupRoutes(app, context, parts.hasher, options.setupToken ?? newSecret()),
      (app) => deviceRoutes(app, context),
      (app) => peopleRoutes(app, context),
      (app) => shopRoutes(app, context),
      (app) => studioRoutes(app, context),
      (app) => shiftRoutes(app, context),
      (app) => wallRoutes(app, context),
      (app) => pictureRoutes(app, context),
      (app) => syncRoutes(app, context),
      (app) => historyRoutes(app, context),
      (app) => chatRoutes(app, context),
      (app) => webhookRoutes(app, context),
    ],
  })
}
