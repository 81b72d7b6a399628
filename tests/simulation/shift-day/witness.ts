import type { PresenceState } from '../../../domain/entities/people.ts'
import type { Transfer } from '../../../domain/entities/transfer.ts'
import type { Fact } from './facts.ts'
import type { World } from './world.ts'

/** What the checker has seen by itself: from what customers and agents did, not from the rules or rows it checks. */
export class Witness {
  /** Conversation → since when its customer waits for an answer. */
  readonly waitsSinceMs = new Map<string, number>()
  /** Conversations that had an answer: no longer newly connected (M4). */
  readonly answered = new Set<string>()
  /** Conversation → its promises that are not kept yet. */
  readonly promised = new Map<string, Set<string>>()
  /** Conversation → who passed it on by choice (M6). */
  readonly senders = new Map<string, Set<string>>()
  /** Conversations a supervisor passed on past M6. */
  readonly overruled = new Set<string>()
  /** Person → state, by the log alone. */
  readonly states = new Map<string, PresenceState>()
  readonly changedAtMs = new Map<string, number>()

  constructor(world: World) {
    for (const personId of world.workers.keys()) this.states.set(personId, 'off_duty')
  }

  see(world: World, fact: Fact): void {
    switch (fact.kind) {
      case 'customer_wrote':
        if (!this.waitsSinceMs.has(fact.talkId)) this.waitsSinceMs.set(fact.talkId, world.nowMs)
        break
      case 'agent_wrote':
        if (!fact.answers) break
        this.waitsSinceMs.delete(fact.talkId)
        this.answered.add(fact.talkId)
        break
      case 'promised':
        this.promised.set(fact.talkId, new Set([...this.promised.get(fact.talkId) ?? [], fact.promiseId]))
        break
      case 'promise_kept':
        this.promised.get(fact.talkId)?.delete(fact.promiseId)
        break
      case 'closed':
        this.waitsSinceMs.delete(fact.talkId)
        break
      case 'offered':
        if (fact.transfer.overruled.includes('M6')) this.overruled.add(fact.transfer.conversationId)
        if (fact.transfer.target.kind !== 'agent') this.#passedOn(fact.transfer)
        break
      case 'accepted':
        this.#passedOn(fact.transfer)
        break
      default:
    }
  }

  #passedOn({ conversationId, fromPersonId }: Transfer): void {
    this.senders.set(conversationId, new Set([...this.senders.get(conversationId) ?? [], fromPersonId]))
  }
}
