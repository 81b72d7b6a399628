import { isDeepStrictEqual } from 'node:util'
import { ENTITY_NAMES } from '../../domain/entities/entity-names.ts'
import type { EntityName, EntityRow } from '../../domain/entities/entity.ts'
import type { Conversation } from '../../domain/entities/conversation.ts'
import type { Person } from '../../domain/entities/people.ts'
import { ORG, STUDIO, SCOPES_OF, agentScope, conversationScope, customerScope, teamScope } from '../../domain/entities/scopes.ts'
import { GRANT_AFTER_CLOSE_MS } from '../../api/store/grants.ts'
import { hash64 } from '../../protocol/hash64.ts'
import type { DeskContent } from './desk-file.ts'
import { rowsOf } from './truth.ts'
import type { Row, Truth } from './truth.ts'
import type { Verdict } from './verdict.ts'

const scopesOf = <N extends EntityName>(entity: N, row: EntityRow<N>): string[] => SCOPES_OF[entity](row)

/** The scopes a person should see, by the rule and not by the server's own table. */
function rightScopes(truth: Truth, person: Person): Set<string> {
  const writes = person.roles.includes('supervisor') || person.roles.includes('admin')
  const scopes = new Set([ORG, agentScope(person.id), ...(writes ? [STUDIO] : []), ...person.teamIds.map(teamScope)])
  for (const { row } of rowsOf(truth, 'conversation')) if (holds(truth, row, person.id)) {
    scopes.add(conversationScope(row.id)).add(customerScope(row.customerId))
  }
  return scopes
}

function holds(truth: Truth, row: Conversation, personId: string): boolean {
  if (row.ownerId !== personId) return false
  if (row.state === 'open') return true
  return row.state === 'closed' && (row.closedAtMs ?? row.lastMessageAtMs) + GRANT_AFTER_CLOSE_MS > truth.nowMs
}

/** I6, I8: scopes as the rule says; the server's sums are those of its rows. */
export function checkServer(truth: Truth): Verdict {
  const faults: string[] = []
  let looked = 0
  const sums = new Map<string, bigint>()
  for (const entity of ENTITY_NAMES) for (const { row, seq } of rowsOf(truth, entity)) for (const scope of scopesOf(entity, row)) {
    sums.set(scope, BigInt.asUintN(64, (sums.get(scope) ?? 0n) + hash64(entity, row.id, seq)))
  }
  for (const scope of new Set([...sums.keys(), ...truth.sums.keys()])) {
    looked += 1
    const [right, stored] = [String(sums.get(scope) ?? 0n), truth.sums.get(scope) ?? '0']
    if (right !== stored) faults.push(`sum of ${scope} is ${stored}, of its rows ${right}`)
  }
  for (const { row: person } of rowsOf(truth, 'person')) {
    if (!person.active) continue
    looked += 1
    const [right, granted] = [rightScopes(truth, person), truth.grants.get(person.id) ?? new Set<string>()]
    for (const scope of right) if (!granted.has(scope)) faults.push(`${person.account} lacks ${scope}`)
    for (const scope of granted) if (!right.has(scope)) faults.push(`${person.account} was granted ${scope} and should not be`)
  }
  return { name: 'the server agrees with itself: sums, grants', faults, looked }
}

/** I6: the desk holds the rows of its scopes, with the same contents and sums, and nothing else (I8). */
export function checkDesk(truth: Truth, account: string, personId: string, desk: DeskContent): Verdict {
  const faults: string[] = []
  const granted = truth.grants.get(personId) ?? new Set<string>()
  const right = new Set<string>()
  let looked = 0
  for (const entity of ENTITY_NAMES) {
    const mine = desk.rows.get(entity) ?? new Map<string, Row>()
    for (const { row, seq } of rowsOf(truth, entity)) {
      const scopes = scopesOf(entity, row).filter(scope => granted.has(scope))
      if (scopes.length === 0) continue
      looked += 1
      for (const scope of scopes) right.add(`${scope} ${entity} ${row.id}`)
      const here = mine.get(row.id)
      if (!here) faults.push(`${entity} ${row.id} is missing (seq ${seq})`)
      else if (here.seq !== seq) faults.push(`${entity} ${row.id} is of seq ${here.seq}, the server's of ${seq}`)
      else if (!isDeepStrictEqual(plain(here.row), plain(row))) faults.push(`${entity} ${row.id} differs: ${differing(here.row, row)}`)
    }
    for (const id of mine.keys()) {
      if (!truth.rows.get(entity)?.has(id)) faults.push(`${entity} ${id} is not on the server`)
    }
  }
  for (const held of right) if (!desk.held.has(held)) faults.push(`${held} is not held`)
  for (const held of desk.held) if (!right.has(held)) faults.push(`${held} is held and should not be`)
  for (const scope of new Set<string>([...granted, ...desk.sums.keys()])) {
    const server = granted.has(scope) ? truth.sums.get(scope) ?? '0' : '0'
    if ((desk.sums.get(scope) ?? '0') !== server) faults.push(`sum of ${scope} differs`)
  }
  return { name: `desk of ${account} equals the server`, faults, looked }
}

/** As it would go over the wire. */
const plain = (row: unknown): unknown => JSON.parse(JSON.stringify(row))

function differing(a: object, b: object): string {
  const keys = Object.keys(b).filter(key => !isDeepStrictEqual(plain({ v: Reflect.get(a, key) as unknown }), plain({ v: Reflect.get(b, key) as unknown })))
  return keys.map(key => `${key} ${JSON.stringify(Reflect.get(a, key))} / ${JSON.stringify(Reflect.get(b, key))}`).join(', ').slice(0, 300)
}
