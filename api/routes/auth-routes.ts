import { z } from 'zod'
import { Me, RedeemCode, RefreshRequest, RefreshResponse, RenewDevice, Session, SignInRequest } from '../../protocol/rest.ts'
import { actorIn } from '../auth/authenticate.ts'
import { redeemOneTimeCode } from '../auth/one-time-code.ts'
import { refresh, renewDevice, signIn, signOut } from '../auth/sessions.ts'
import type { SignInParts } from '../auth/sessions.ts'
import type { ApiContext } from '../context.ts'
import type { App } from './app-type.ts'

const OPEN = { config: { access: 'public' as const } }
const tags = ['sign-in']
const Done = z.object({ done: z.literal(true) })

/** Sign-in, its tokens, and the way back in with a supervisor's one-time code. */
export function authRoutes(app: App, context: ApiContext, parts: SignInParts): void {
  app.post('/v1/auth/sign-in', {
    ...OPEN, schema: { tags, body: SignInRequest, response: { 200: Session } },
  }, (request) => signIn(context, parts, request.body, request.ip))

  app.post('/v1/auth/refresh', {
    ...OPEN, schema: { tags, body: RefreshRequest, response: { 200: RefreshResponse } },
  }, (request) => refresh(context, request.body.refreshToken, request.ip))

  app.post('/v1/auth/sign-out', { schema: { tags, response: { 200: Done } } }, async (request) => {
    await signOut(context, actorIn(request))
    return { done: true as const }
  })

  app.post('/v1/auth/renew-device', {
    schema: { tags, body: RenewDevice, response: { 200: Session } },
  }, (request) => renewDevice(context, actorIn(request), request.body.deviceName, request.ip))

  app.post('/v1/auth/redeem-code', {
    ...OPEN, schema: { tags, body: RedeemCode, response: { 200: Done } },
  }, async (request) => {
    await redeemOneTimeCode(context, parts, request.body, request.ip)
    return { done: true as const }
  })

  app.get('/v1/auth/me', { schema: { tags, response: { 200: Me } } }, async (request) => {
    const { personId, account, name, roles, teamIds } = actorIn(request)
    return { personId, account, name, roles: [...roles], teamIds: [...teamIds] }
  })
}
