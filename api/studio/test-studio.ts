import type { Knowledge, Script, ScriptContent } from '../../domain/entities/script.ts'
import { EVERYBODY } from '../../domain/entities/script.ts'
import type { ContentKind } from '../../domain/entities/release.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'
import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import { startJobs } from '../jobs/runner.ts'
import { readEntity } from '../store/entities.ts'
import type { TestShop } from '../store/test-context.ts'
import { TestDesk } from '../sync/test-desk.ts'
import { STUDIO_JOBS } from './go-out.ts'
import { HANDLERS } from './handlers.ts'

/** What a supervisor wrote of a script, for tests. */
export function scriptContent(code: string, body: string, more: Partial<ScriptContent> = {}): ScriptContent {
  return {
    code, stage: 'care', scene: null, title: `Script ${code}`, body, language: 'zh', tags: [], twinOf: null, validFromMs: null, validToMs: null,
    campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, ...more,
  }
}

/** A supervisor with a desk, for tests of the studio: drafts by intents, the rest by asking. */
export class TestSupervisor {
  readonly desk: TestDesk
  readonly actor: Actor
  readonly #context: ApiContext

  constructor(context: ApiContext, shop: TestShop, account: string) {
    const [personId, deviceId] = [shop.people[account] ?? '', shop.devices[account] ?? '']
    this.#context = context
    this.desk = new TestDesk(context, { tenant: shop.tenant, personId, deviceId })
    this.actor = { tenant: shop.tenant, personId, deviceId, roles: ['supervisor'], familyId: '', account, name: account, teamIds: [shop.teamId] }
  }

  async ask<N extends StudioAsk>(name: N, input: StudioInput<N>): Promise<StudioOutput<N>> {
    const handler = HANDLERS[name]
    if (!handler) throw new Error(`${name} has no handler`)
    return handler(this.#context, this.actor, input)
  }

  /** @returns the draft's id */
  async draft(kind: ContentKind, targetId: string, baseVersion: number, content: Record<string, unknown> | null): Promise<string> {
    const draftId = this.#context.ids.next()
    const result = await this.desk.do('studio.draft_put', {
      draftId, kind, targetId, baseVersion, action: content ? 'put' : 'retire', content: content ?? {},
    })
    if (result.status !== 'applied') throw new Error(`draft ${result.code ?? ''}`)
    return draftId
  }

  publish(draftIds: string[], more: Partial<StudioInput<'release.publish'>> = {}): Promise<StudioOutput<'release.publish'>> {
    return this.ask('release.publish', {
      id: this.#context.ids.next(), title: 'A release', note: '', mustRead: false, teamIds: [], draftIds, publishAtMs: null, ...more,
    })
  }

  /** A script that is live, by a release. @returns its id */
  async liveScript(code: string, body: string): Promise<string> {
    const id = this.#context.ids.next()
    const out = await this.publish([await this.draft('script', id, 0, scriptContent(code, body))])
    if (out.outcome !== 'released') throw new Error(out.outcome)
    return id
  }

  async read<N extends 'script' | 'knowledge'>(name: N, id: string): Promise<(N extends 'script' ? Script : Knowledge) | null> {
    const { sql, keys } = this.#context
    const { tenant } = this.actor
    return await readEntity({ tx: sql, tenant, keys: await keys.of(sql, tenant) }, name, id) as (N extends 'script' ? Script : Knowledge) | null
  }
}

/** Runs what is due of releases. @returns how many jobs ran */
export async function runReleases(context: ApiContext): Promise<number> {
  const jobs = startJobs(context, STUDIO_JOBS, { loop: false })
  const count = await jobs.runDue()
  await jobs.stop()
  return count
}
