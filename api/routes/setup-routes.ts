import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { PasswordHasher } from '../auth/password-hash.ts'
import { secretDigest } from '../auth/secrets.ts'
import type { ApiContext } from '../context.ts'
import { makeShop, nextSteps, noShopYet } from '../setup/make-shop.ts'
import { setupDone, setupForm, SETUP_POLICY } from '../setup/setup-page.ts'
import { ShopPlan } from '../setup/shop-plan.ts'
import type { App } from './app-type.ts'
import { ProblemError } from './problem.ts'

const Field = z.string().max(300).default('')
const Form = z.object({
  token: Field, shop: Field, name: Field, adminAccount: Field, adminName: Field, password: Field, team: Field, byHand: Field,
})

const sameSecret = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(secretDigest(a)), Buffer.from(secretDigest(b)))

/**
 * The page of the first start: open while the database holds no shop, to whoever has the one-time token from the log.
 * After that, and with any other token, /setup does not exist (404).
 */
export async function setupRoutes(app: App, context: ApiContext, hasher: PasswordHasher, token: string): Promise<void> {
  const admit = async (given: string): Promise<void> => {
    if (!sameSecret(given, token) || !await noShopYet(context)) throw new ProblemError(404, 'not_found')
  }
  await app.register(async (pages: App) => {
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, done) => { done(null, Object.fromEntries(new URLSearchParams(String(body)))) })
    const open = { config: { access: 'public' as const } }

    pages.get('/setup', { ...open, schema: { hide: true, querystring: z.object({ token: Field }) } }, async (request, reply) => {
      await admit(request.query.token)
      return reply.type('text/html; charset=utf-8').header('content-security-policy', SETUP_POLICY)
        .send(setupForm(token, {}, []))
    })

    pages.post('/setup', { ...open, schema: { hide: true, body: Form } }, async (request, reply) => {
      const form = request.body
      await admit(form.token)
      void reply.type('text/html; charset=utf-8').header('content-security-policy', SETUP_POLICY)
      const plan = ShopPlan.safeParse({
        shop: form.shop.trim(), name: form.name, teams: [{ name: form.team }],
        admin: { account: form.adminAccount.trim(), name: form.adminName, password: form.password },
        channels: [
          { kind: 'web_chat', name: `${form.name} 在线咨询`, team: form.team.trim() },
          ...form.byHand === 'yes' ? [{ kind: 'companion', name: '旺旺（手工）', team: form.team.trim() }] : [],
        ],
      })
      if (!plan.success) {
        const problems = plan.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        return reply.code(422).send(setupForm(token, form, problems))
      }
      const made = await makeShop(context, hasher, plan.data)
      return reply.send(setupDone(nextSteps(made, context.config.publicUrl)))
    })
  })
}
