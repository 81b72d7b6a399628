import type { DeskContent } from './desk-file.ts'
import { AGENTS } from './prepare.ts'
import type { Account } from './prepare.ts'
import { rowsOf } from './truth.ts'
import type { Truth } from './truth.ts'
import type { Verdict } from './verdict.ts'
import type { Acknowledged, Witness } from './witness.ts'

export interface Kept {
  readonly truth: Truth
  readonly witness: Witness
  readonly desks: ReadonlyMap<Account, DeskContent>
  readonly people: Readonly<Record<Account, string>>
  /** Begins every text this run wrote. */
  readonly tag: string
}

/** Where the text of an acknowledged mutation stands on the server, by the id that was acknowledged. */
function standsAt({ truth, people }: Kept, { kind, id, text, who, conversationId, customerId }: Acknowledged): boolean {
  const person = people[who as Account]
  if (kind === 'message' || kind === 'note' || kind === 'customer') {
    const message = truth.rows.get('message')?.get(id)?.row as { body: string, conversationId: string, author: string, authorId: string | null } | undefined
    const author = kind === 'message' ? 'agent' : kind
    return message?.body === text && message.conversationId === conversationId && message.author === author &&
      message.authorId === (kind === 'customer' ? customerId : person)
  }
  if (kind === 'customer_note') {
    const note = truth.rows.get('customer_note')?.get(id)?.row as { body: string, authorId: string } | undefined
    return note?.body === text && note.authorId === person
  }
  if (kind === 'promise') {
    const promise = truth.rows.get('promise')?.get(id)?.row as { text: string, agentId: string } | undefined
    return promise?.text === text && promise.agentId === person
  }
  const conversation = truth.rows.get('conversation')?.get(id)?.row as { customerName: string } | undefined
  return kind === 'companion' && conversation?.customerName === text
}

/** Refused for good, with what was typed, on the desk it was typed at. */
function refused({ desks, truth }: Kept, { who, id, text }: Acknowledged): string | null {
  const item = desks.get(who as Account)?.inbox.find(({ args }) => {
    const values = Object.values(args as Record<string, unknown>)
    return values.includes(id) && values.includes(text)
  })
  if (!item) return null
  // The new owner is shown what the old one wrote.
  if (item.mutation === 'message.send' && item.code === 'reassigned' && !truth.rows.get('proposed_reply')?.has(id)) return null
  return item.code
}

/** I1, I7: whatever was acknowledged stands on the server, or was refused with its text. */
export function checkNothingLost(kept: Kept): Verdict & { refusals: number } {
  const faults: string[] = []
  let looked = 0
  let refusals = 0
  for (const record of kept.witness.acknowledged) {
    if (record.id === '' || record.kind === 'tag' || record.kind === 'presence' || record.kind === 'other') continue
    looked += 1
    const code = standsAt(kept, record) ? null : refused(kept, record)
    if (code !== null) refusals += 1
    else if (!standsAt(kept, record)) faults.push(`${record.who}: ${record.call} "${record.text}" (${record.id}) was acknowledged and is gone`)
  }
  return { name: 'nothing acknowledged was lost (I1)', faults, looked, refusals }
}

/** I2: every text of this run stands once at most; what was taken back stands nowhere. */
export function checkNothingDoubled({ truth, witness, tag }: Kept): Verdict {
  const faults: string[] = []
  const seen = new Map<string, number>()
  const texts = [
    ...rowsOf(truth, 'message').map(({ row }) => row.body),
    ...rowsOf(truth, 'customer_note').map(({ row }) => row.body),
    ...rowsOf(truth, 'promise').map(({ row }) => row.text),
    ...rowsOf(truth, 'conversation').filter(({ row }) => row.channelKind === 'companion').map(({ row }) => row.customerName),
    ...rowsOf(truth, 'customer').flatMap(({ row }) => row.tags),
  ].filter(text => text.startsWith(`${tag} `))
  for (const text of texts) seen.set(text, (seen.get(text) ?? 0) + 1)
  for (const [text, times] of seen) if (times > 1) faults.push(`"${text}" stands ${times} times`)
  for (const { call, text } of witness.acknowledged) {
    if (call === 'message.takeBack' && seen.has(text)) faults.push(`"${text}" was taken back and went out`)
  }
  const known = new Set([...witness.acknowledged, ...witness.unknown, ...witness.declined].map(({ text }) => text))
  for (const text of seen.keys()) if (!known.has(text)) faults.push(`"${text}" stands there and nobody wrote it`)
  return { name: 'nothing was done twice (I2)', faults, looked: seen.size }
}

/** I3: in one thread the lines of one writer stand in the order in which they were acknowledged; positions have no gap. */
export function checkOrder({ truth, witness }: Kept): Verdict {
  const faults: string[] = []
  const messages = truth.rows.get('message') ?? new Map()
  const last = new Map<string, { position: number, text: string }>()
  let looked = 0
  for (const { kind, who, id, conversationId, text } of witness.acknowledged) {
    if (kind !== 'message' && kind !== 'note' && kind !== 'customer') continue
    const position = (messages.get(id)?.row as { position: number } | undefined)?.position
    if (position === undefined) continue
    looked += 1
    // A held line may be overtaken by a note: notes are an order of their own.
    const key = `${kind} ${who} ${conversationId}`
    const before = last.get(key)
    if (before && before.position > position) faults.push(`"${text}" stands before "${before.text}"`)
    last.set(key, { position, text })
  }
  const threads = new Map<string, number[]>()
  for (const { row } of rowsOf(truth, 'message')) threads.set(row.conversationId, [...(threads.get(row.conversationId) ?? []), row.position])
  for (const { row } of rowsOf(truth, 'conversation')) {
    const positions = (threads.get(row.id) ?? []).sort((a, b) => a - b)
    if (positions.some((position, i) => position !== i + 1)) faults.push(`thread ${row.id} has gaps: ${positions.join(' ').slice(0, 200)}`)
    if (positions.length !== row.lastPosition) faults.push(`thread ${row.id} has ${positions.length} lines and says ${row.lastPosition}`)
  }
  return { name: 'order of each writer, no gap in a thread (I3)', faults, looked }
}

/** I2, I7 for calls that name no id: per agent and kind as many results as were acknowledged, plus at most the unknown. */
export function checkCounts({ truth, witness, people, desks }: Kept): Verdict {
  const faults: string[] = []
  let looked = 0
  const wire: Record<string, string> = { 'customer.noteRemove': 'customer.note_remove' }
  for (const account of AGENTS) {
    const results = truth.results.filter(({ personId }) => personId === people[account])
    const devices = Map.groupBy(results, ({ deviceId }) => deviceId)
    for (const [device, of] of devices) {
      if (of.some(({ id }, i) => id !== i + 1)) faults.push(`${account}: ids of device ${device} are not contiguous`)
    }
    if (new Set(results.map(({ key }) => key)).size !== results.length) faults.push(`${account}: a mutation has two results`)
    for (const { name, status, id } of results) if (status === 'failed') faults.push(`${account}: ${name} ${id} failed for good`)
    const count = (records: Acknowledged[], call: string) => records.filter(({ who, call: name }) => who === account && name === call).length
    for (const call of new Set([...witness.acknowledged, ...witness.unknown].filter(({ who }) => who === account).map(({ call }) => call))) {
      if (call === 'message.takeBack') continue
      looked += 1
      const [sure, unknown] = [count(witness.acknowledged, call), count(witness.unknown, call)]
      const done = results.filter(({ name }) => name === (wire[call] ?? call)).length
      if (done < sure || done > sure + unknown) faults.push(`${account}: ${call} acknowledged ${sure}, unknown ${unknown}, results ${done}`)
    }
    const inbox = desks.get(account)?.inbox.length ?? 0
    const rejected = results.filter(({ status }) => status !== 'applied').length
    if (inbox !== rejected) faults.push(`${account}: ${rejected} refusals on the server, ${inbox} in the inbox`)
    faults.push(...lastWords(account, witness, truth, people[account], desks.get(account)))
  }
  return { name: 'every acknowledged call has one result; every refusal is in the inbox', faults, looked }
}

/** The last acknowledged presence and tag switches are what stands. An unanswered call after it may have changed it. */
function lastWords(account: Account, witness: Witness, truth: Truth, personId: string, desk: DeskContent | undefined): string[] {
  const faults: string[] = []
  const mine = witness.acknowledged.filter(({ who }) => who === account)
  const open = witness.unknown.filter(({ who }) => who === account)
  const state = mine.filter(({ kind }) => kind === 'presence').at(-1)?.text
  const presence = truth.rows.get('presence')?.get(personId)?.row as { state: string, cause: string } | undefined
  const stands = presence?.state
  // M4: the server may refuse what the desk took. A handover is a state of its own, begun by another call; and its end is the server's (H5).
  const refused = desk?.inbox.some(({ mutation, args }) => mutation === 'presence.set' && (args as { state: string }).state === state)
  const given = stands === 'handover' || presence?.cause === 'system'
  if (state !== undefined && stands !== state && !refused && !given && !open.some(({ kind, text }) => kind === 'presence' && text === stands)) {
    faults.push(`${account}: chose ${state}, the server says ${stands ?? 'nothing'}`)
  }
  const tags = new Map(mine.filter(({ kind }) => kind === 'tag').map(record => [`${record.customerId} ${record.text}`, record]))
  for (const { customerId, text, id } of tags.values()) {
    const customer = truth.rows.get('customer')?.get(customerId)?.row as { tags: string[] } | undefined
    const here = (customer?.tags ?? []).filter(tag => tag === text).length
    const unsure = open.some(record => record.kind === 'tag' && record.text === text) ||
      desk?.inbox.some(({ mutation, args }) => mutation === 'customer.tag' && (args as { tag: string }).tag === text)
    if (here !== (id === 'on' ? 1 : 0) && !unsure) faults.push(`${account}: tag "${text}" of ${customerId} should be ${id}`)
  }
  return faults
}
