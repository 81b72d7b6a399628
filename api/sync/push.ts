import { ZodError } from 'zod'
import type { Person } from '../../domain/entities/people.ts'
import { MUTATIONS } from '../../protocol/mutations.ts'
import type { MutationArgs, MutationName, RefusalCode } from '../../protocol/mutations.ts'
import type { MutationEnvelope, MutationResult, PushRequest, PushResponse } from '../../protocol/sync.ts'
import { upcastArgs } from '../../protocol/versions/cast.ts'
import type { ApiContext, RequestAuth } from '../context.ts'
import { ProblemError } from '../routes/problem.ts'
import type { ChangeSet } from '../store/change-set.ts'
import { readEntity } from '../store/entities.ts'
import { inTransaction, isConnectionLost, isRetryable } from '../store/transaction.ts'
import { MUTATORS } from './mutators/all-mutators.ts'
import type { Act, Mutator } from './mutators/mutator.ts'
import { Refusal } from './refusal.ts'
import { checkSchema } from './versions.ts'

/** Tries of a mutation that throws something unexpected, before it is stored as `failed`. */
const TRIES = 3
/**
 * A long outbox is answered in parts: a desk gives up waiting after 10 s, and on a busy server its next try would queue behind
 * this one at the device's row, each hindering the other.
 */
const ANSWER_WITHIN_MS = 2_000

interface Outcome {
  status: MutationResult['status']
  code: RefusalCode | null
  text: string | null
}
const APPLIED: Outcome = { status: 'applied', code: null, text: null }

type Who = Pick<RequestAuth, 'tenant' | 'personId' | 'deviceId'>
/** With the epoch that the desk believes in. */
type Sender = Who & { epoch: string }

/**
 * Takes the intents of one device, in order, each in its own transaction (ARCHITECTURE.md, Sync: push).
 * Throws ProblemError 409 `diverged`, 409 `gap`, 410 `resync`, 426 `upgrade_required`, 401 `device_revoked`; what was taken before stays.
 */
export async function push(context: ApiContext, auth: Who, request: PushRequest): Promise<PushResponse> {
  checkSchema(request.schema)
  if (request.deviceId !== auth.deviceId) throw new ProblemError(403, 'not_allowed', { detail: 'not the device of this session' })
  const results: MutationResult[] = []
  const startedAt = context.clock.monotonic()
  let lastMutationId = 0
  for (const sent of request.mutations) {
    const envelope = { ...sent, args: upcastArgs(sent.name, sent.args, request.schema) }
    results.push(await take(context, { ...auth, epoch: request.epoch }, envelope))
    lastMutationId = Math.max(lastMutationId, envelope.id)
    // The desk sends what is left again at once.
    if (context.clock.monotonic() - startedAt > ANSWER_WITHIN_MS) break
  }
  return { lastMutationId, results }
}

/** One mutation, at most once, whatever goes wrong on the way. */
async function take(context: ApiContext, auth: Sender, envelope: MutationEnvelope): Promise<MutationResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(context, auth.tenant, (changes) => _take(context, auth, changes, envelope, null))
    } catch (error) {
      if (error instanceof ProblemError) throw error
      if (attempt < TRIES) continue
      // Ours to mend, not the mutation's fault: the desk sends it again.
      if (isRetryable(error) || isConnectionLost(error)) throw new ProblemError(503, 'busy', { retryAfterSec: 1, cause: error })
      context.log.error({ err: error, mutation: envelope.name, device: auth.deviceId, id: envelope.id }, 'mutation failed for good')
      const failed: Outcome = { status: 'failed', code: 'failed', text: error instanceof Error ? error.name : 'unknown' }
      return inTransaction(context, auth.tenant, (changes) => _take(context, auth, changes, envelope, failed))
    }
  }
}

async function _take(
  context: ApiContext, auth: Sender, changes: ChangeSet, envelope: MutationEnvelope, verdict: Outcome | null,
): Promise<MutationResult> {
  const { tx, tenant } = changes
  const { id, key, name } = envelope
  const [device] = await tx<{ status: string, last: number, personId: string, epoch: string }[]>`
    select d.status, d.last_mutation_id as last, d.person_id as "personId", h.epoch
    from device d join tenant_head h on h.tenant = d.tenant where d.tenant = ${tenant} and d.id = ${auth.deviceId} for update of d`
  if (device?.status !== 'active' || device.personId !== auth.personId) throw new ProblemError(401, 'device_revoked')
  if (device.epoch !== auth.epoch) throw new ProblemError(410, 'resync')
  if (id <= device.last) return storedResult(changes, auth.deviceId, id, key)
  if (id > device.last + 1) throw new ProblemError(409, 'gap', { expectedId: device.last + 1 })

  const outcome = verdict ?? await attempt(context, auth, changes, envelope)
  const nowMs = context.clock.now()
  changes.atCommit((last) => last`
    update device set last_mutation_id = ${id}, last_seen_at_ms = ${nowMs} where tenant = ${tenant} and id = ${auth.deviceId}`)
  const result: MutationResult = { id, ...outcome, seq: '0' }
  changes.atCommit((last) => {
    const insert = last<{ seq: number }[]>`
      insert into mutation_result (tenant, device_id, mutation_id, key, name, status, code, body, seq, at_ms)
      select tenant, ${auth.deviceId}, ${id}, ${key}, ${name}, ${outcome.status}, ${outcome.code}, ${outcome.text}, seq, ${nowMs}
      from tenant_head where tenant = ${tenant} returning seq`
    // A failure is told by commitChanges, which waits for this query, too.
    insert.then(([row]) => { result.seq = String(row?.seq ?? 0) }, () => undefined)
    return insert
  })
  return result
}

async function storedResult({ tx, tenant }: ChangeSet, deviceId: string, id: number, key: string): Promise<MutationResult> {
  const [row] = await tx<(Outcome & { key: string, seq: number })[]>`
    select key, status, code, body as text, seq from mutation_result
    where tenant = ${tenant} and device_id = ${deviceId} and mutation_id = ${id}`
  // Results are kept longer than a desk keeps its journal; one that is gone cannot be told apart any more.
  if (row?.key !== key) throw new ProblemError(409, 'diverged')
  return { id, status: row.status, code: row.code, text: row.text, seq: String(row.seq) }
}

/** Runs the mutator under a savepoint; a Refusal undoes it and keeps what the refusal itself keeps. */
async function attempt(context: ApiContext, auth: Who, changes: ChangeSet, envelope: MutationEnvelope): Promise<Outcome> {
  const { tx } = changes
  const mark = changes.mark()
  const [person] = await Promise.all([readEntity(changes, 'person', auth.personId), tx`savepoint mutator`])
  try {
    if (!person?.active) throw new Refusal('not_allowed')
    await run({ context, changes, person, nowMs: context.clock.now(), atMs: envelope.atMs }, envelope)
    return APPLIED
  } catch (error) {
    const refusal = error instanceof ZodError ? new Refusal('invalid', error.issues[0]?.path.join('.') ?? null) : error
    if (!(refusal instanceof Refusal)) throw error
    await tx`rollback to savepoint mutator`
    changes.rollbackTo(mark)
    if (refusal.keep) await refusal.keep(changes)
    return { status: 'rejected', code: refusal.code, text: refusal.text }
  }
}

async function run(act: Act & { person: Person }, { name, args }: MutationEnvelope): Promise<void> {
  if (!isMutation(name)) throw new Refusal('invalid', 'unknown mutation')
  await apply(name, act, args)
}

function isMutation(name: string): name is MutationName {
  return Object.hasOwn(MUTATIONS, name)
}

function apply<N extends MutationName>(name: N, act: Act, args: unknown): Promise<void> {
  const mutator: Mutator<N> = MUTATORS[name]
  return mutator(act, MUTATIONS[name].parse(args) as MutationArgs<N>)
}
