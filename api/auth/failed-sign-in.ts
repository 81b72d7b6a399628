import { createHmac } from 'node:crypto'
import type { ApiContext } from '../context.ts'
import { inTransaction } from '../store/transaction.ts'
import { audit } from './audit.ts'
import type { Credential } from './person-rows.ts'
import type { Attempt } from './rate-limit.ts'

/** The same text gives the same mark, and nobody without the key finds the text by trying all addresses. */
function mark(context: ApiContext, kind: string, text: string): string {
  return createHmac('sha256', context.config.signingKey).update(`audit\n${kind}\n${text.trim().toLowerCase()}`).digest('hex').slice(0, 24)
}

/**
 * Records a sign-in that failed: the person when there is one, else a mark of what was typed (people type passwords there),
 * and a mark of the address. A shop that does not exist has no record to write to: one log line.
 */
export async function auditFailedSignIn(context: ApiContext, attempt: Attempt, person: Credential | null): Promise<void> {
  const address = mark(context, 'address', attempt.address)
  const account = mark(context, 'account', attempt.account)
  const shop = attempt.shop.trim().toLowerCase()
  const [row] = await context.sql<{ tenant: string }[]>`select tenant from tenant where shop = ${shop}`
  if (!row) {
    context.log.warn({ shop: mark(context, 'shop', shop), address }, 'a sign-in to an unknown shop failed')
    return
  }
  await inTransaction(context, row.tenant, changes => audit(changes, context.ids.next(), context.clock.now(), {
    action: 'session.sign_in_failed', personId: null, subject: person?.personId ?? null, address,
    detail: person ? { active: person.active } : { account },
  }))
}
