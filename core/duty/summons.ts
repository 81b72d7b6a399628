import { noticesSince } from '../../db/notices.ts'
import { peopleNames } from '../../db/roster.ts'
import { offeredTransfers } from '../../db/transfers.ts'
import { promptOf } from '../../domain/roster/prompt.ts'
import type { Summons } from '../../protocol/shell.ts'
import type { QueryContext } from '../queries/context.ts'
import { myDay } from '../queries/shift/day.ts'

const MOST = 20

/** What is read for it: when one of these was written, or a moment of the day has come, it may be another. */
export const SUMMONS_READS: ReadonlySet<string> = new Set(['transfer', 'notice', 'presence', 'shift', 'meal_plan', 'team', 'figures', 'me', 'time'])

type Asked = Pick<QueryContext, 'db' | 'me' | 'nowMs'>

/** @returns what calls the agent now besides customers: transfers to answer (M5), a prompt (M3, H1, M9), calls for help (L1) */
export function summonsNow(context: Asked): Summons[] {
  const prompt = promptOf(myDay(context))
  return [
    ...transfers(context), ...prompt ? [{ id: `${prompt.kind}:${prompt.atMs}`, kind: prompt.kind, name: null }] : [], ...helpCalls(context),
  ].slice(0, MOST)
}

function transfers({ db, me, nowMs }: Asked): Summons[] {
  return offeredTransfers(db)
    .filter(({ target, expiresAtMs }) => target.kind === 'agent' && target.personId === me.personId && (expiresAtMs ?? nowMs + 1) > nowMs)
    .map(({ id, customerName }) => ({ id, kind: 'transfer', name: customerName }))
}

function helpCalls({ db, me, nowMs }: Asked): Summons[] {
  const calls = noticesSince(db, nowMs, MOST).filter(({ personId, kind, answer, seenAtMs }) => personId === me.personId && kind === 'help_call' && answer === null && seenAtMs === null)
  if (calls.length === 0) return []
  const names = peopleNames(db)
  return calls.map(({ id, params }) => ({ id, kind: 'help', name: names.get(String(params['byId'])) ?? null }))
}
