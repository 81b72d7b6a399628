import { WALL_EVENT } from '../../protocol/shift.ts'
import type { WallView } from '../../protocol/shift-views.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { EventSink } from '../routes/event-stream.ts'
import { deviceTopic } from '../sync/hub.ts'
import { standingOf } from '../sync/standing.ts'
import type { WallBoard } from './board.ts'

/** So often it is looked up whether the caller still may: a notice that is lost costs no more than this. */
const CHECK_MS = 20_000

export interface WallEvent { event: typeof WALL_EVENT, data: WallView }

/** Whether somebody supervises the team now. */
async function leadsNow({ sql }: ApiContext, { tenant, personId }: Actor, teamId: string): Promise<boolean> {
  const [row] = await sql`select 1 as one from person
    where tenant = ${tenant} and id = ${personId} and active and roles ? 'supervisor' and team_ids ? ${teamId}`
  return row !== undefined
}

/**
 * The wall of a team, once a second, until `signal` aborts, the reader does not keep up, the session ends or the caller no longer supervises the
 * team: then it ends without a word, and who comes again hears 401 or 403.
 */
export async function runWallStream(
  context: ApiContext, board: WallBoard, actor: Actor, teamId: string, sink: EventSink<WallEvent>, signal: AbortSignal,
): Promise<void> {
  const ending = new AbortController()
  const until = AbortSignal.any([signal, ending.signal])
  const check = async (): Promise<void> => {
    if (await standingOf(context, actor) !== 'live' || !await leadsNow(context, actor, teamId)) ending.abort()
  }
  const failed = (error: unknown): void => {
    if (!until.aborted) context.log.warn({ err: error }, 'a wall lost its reader')
    ending.abort()
  }
  const stops = [
    context.hub.watch(actor.tenant, [deviceTopic(actor.deviceId)], () => { check().catch(failed) }),
    board.watch(actor.tenant, teamId, (wall) => {
      if (!until.aborted && !sink.send({ event: WALL_EVENT, data: wall })) ending.abort()
    }),
  ]
  try {
    while (!until.aborted) {
      await check()
      await context.clock.sleep(CHECK_MS, until).catch(() => undefined)
    }
  } finally {
    for (const stop of stops) stop()
    sink.end()
  }
}
