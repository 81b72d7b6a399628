import type { Logger } from 'pino'
import { makeChannels } from './channels/parts.ts'
import type { ApiContext } from './context.ts'
import { systemClock } from './edge/clock.ts'
import { systemIds, systemRandom } from './edge/ids.ts'
import { makeWakes } from './jobs/wakes.ts'
import { makeRouting } from './routing/router.ts'
import { loadKeys } from './setup/keys.ts'
import { openKeyRing } from './store/crypto.ts'
import { openDatabase } from './store/database.ts'
import { reachableFolder, unprivilegedUser } from './store/embedded/run-as.ts'
import { startHub } from './sync/hub.ts'

export interface OpenOptions {
  readonly environment: Record<string, string | undefined>
  readonly dataFolder: string
  readonly singleMachine: boolean
  readonly demo: boolean
  readonly log: Logger
}

/** A context whose public address is not known yet, and how to end it. */
export interface OpenedContext {
  readonly context: ApiContext
  close(): Promise<void>
}

/** A master key that does not open the data is told at start, not at the first sign-in. Throws WrongKey. */
async function checkKeys({ sql, keys }: Pick<ApiContext, 'sql' | 'keys'>): Promise<void> {
  const tenants = await sql<{ tenant: string }[]>`select tenant from tenant order by tenant limit 20`
  for (const { tenant } of tenants) await keys.of(sql, tenant)
}

/**
 * Opens keys, database (with migrations) and hub, and puts the parts together. Throws KeyMissing, DatabaseUrlMissing,
 * DatabaseIsNewer, EmbeddedPostgresFailed, WrongKey.
 */
export async function openContext(options: OpenOptions): Promise<OpenedContext> {
  const { environment, dataFolder, log } = options
  const production = environment['NODE_ENV'] === 'production'
  // Made-up keys live beside the cluster they belong to: one without the other is of no use.
  const keyFolder = environment['DATABASE_URL'] ? dataFolder : reachableFolder(dataFolder, unprivilegedUser())
  const { masterKey, jwtKey } = await loadKeys(environment, keyFolder, production)
  const clock = systemClock
  const database = await openDatabase({
    url: environment['DATABASE_URL'], directUrl: environment['DATABASE_DIRECT_URL'], dataFolder, production,
    singleMachine: options.singleMachine, clock,
  })
  const { sql, listenSql } = database
  const base = { sql, listenSql, clock, ids: systemIds, random: systemRandom, keys: openKeyRing(masterKey), log }
  await checkKeys(base).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const hub = await startHub(base)
  const routing = makeRouting(() => context)
  const context: ApiContext = {
    ...base,
    hub,
    config: { signingKey: jwtKey, publicUrl: '', production, demo: options.demo },
    routing,
    channels: makeChannels(() => context),
    jobs: makeWakes(),
  }
  return {
    context,
    close: async () => {
      await routing.idle()
      await hub.close()
      await database.close()
    },
  }
}
