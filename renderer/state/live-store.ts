import { create } from 'zustand'
import type { DeskError } from '../../protocol/desk-api.ts'
import type {
  Alert, ConversationLists, InboxItem, KnownAccount, ProfileView, SessionView, SyncStatus, TeamView, ThreadView,
  TodayView,
} from '../../protocol/views.ts'
import type { BriefingView } from '../../protocol/script-views.ts'
import type { HandoversView, NoticesView, ShiftView, TransfersView } from '../../protocol/shift-views.ts'
import type { DeskSettings } from '../../protocol/settings.ts'
import type { Connection, DeskClient } from '../bridge/client.ts'
import { later } from '../edge/clock.ts'
import { setClockOffset } from '../edge/ticker.ts'
import { keepSame } from './keep-same.ts'

/** What the core last said. Null = nothing yet. Only subscriptions write here; windows hold no truth of their own. */
export type LiveState = {
  connection: Connection
  session: SessionView | null
  sync: SyncStatus | null
  accounts: KnownAccount[] | null
  settings: DeskSettings | null
  lists: ConversationLists | null
  /** Why the lists cannot be had now; the last ones stay. */
  listsError: DeskError | null
  today: TodayView | null
  inbox: InboxItem[] | null
  team: TeamView | null
  alert: Alert | null
  briefing: BriefingView | null
  shift: ShiftView | null
  handovers: HandoversView | null
  transfers: TransfersView | null
  notices: NoticesView | null
  /** undefined = not here yet, null = the core knows no such thing. */
  threads: Record<string, ThreadView | null | undefined>
  threadErrors: Record<string, DeskError | undefined>
  profiles: Record<string, ProfileView | null | undefined>
}

const nothingOfAgent = {
  settings: null, lists: null, listsError: null, today: null, inbox: null, team: null, alert: null, briefing: null,
  shift: null, handovers: null, transfers: null, notices: null, threads: {}, threadErrors: {}, profiles: {},
} satisfies Partial<LiveState>

export const useLive = create<LiveState>()(() => ({
  connection: 'connecting', session: null, sync: null, accounts: null, ...nothingOfAgent,
}))

/** Everything of the agent leaves the window: at lock, sign-out and change of agent. */
function forgetAgent(): void {
  useLive.setState(nothingOfAgent)
}

const SLOT = {
  settings: 'settings', conversations: 'lists', today: 'today', inbox: 'inbox', team: 'team', alert: 'alert', briefing: 'briefing',
  shift: 'shift', handovers: 'handovers', transfers: 'transfers', notices: 'notices',
} as const
type OfAgent = keyof typeof SLOT
/** Strips and marks that may come after the desk stands: the first drawing does not wait for them. */
const BEHIND: ReadonlySet<OfAgent> = new Set(['shift', 'handovers', 'transfers', 'notices'])

const OF_AGENT = Object.keys(SLOT) as OfAgent[]

/** A core that answers in parts (a busy machine) does not keep the window waiting longer. */
const TOGETHER_MS = 400

/**
 * Subscribes to what the whole window shows; what belongs to the agent only while the session is open, or may be about to open. The first
 * session is shown together with everything of it: an empty desk before the list would take as long to draw as the list itself.
 * @param wanted what of the agent's this window shows
 * @returns ends all subscriptions
 */
export function startLive(client: DeskClient, wanted: readonly OfAgent[] = OF_AGENT): () => void {
  let agentKey: string | null = null
  let endAgent: (() => void)[] = []
  /** Not here yet, of the first agent. */
  const missing = new Set(wanted.filter(name => !BEHIND.has(name)))
  let first: 'awaited' | 'coming' | 'shown' = 'awaited'
  let coming: SessionView | null = null

  const showFirst = () => {
    if (first !== 'coming') return
    first = 'shown'
    useLive.setState({ session: coming })
  }
  const came = (name: OfAgent) => {
    missing.delete(name)
    if (missing.size === 0) showFirst()
  }
  const follow = (name: OfAgent) => client.subscribe(name, {}, {
    value: value => {
      useLive.setState(before => ({ [SLOT[name]]: keepSame(before[SLOT[name]], value), ...name === 'conversations' ? { listsError: null } : {} }))
      came(name)
    },
    error: error => {
      // Asked for before anybody is known to be signed in.
      if (agentKey === null) return
      if (name === 'conversations') useLive.setState({ listsError: error })
      came(name)
    },
  })
  const closeAgent = () => {
    for (const end of endAgent) end()
    endAgent = []
    forgetAgent()
  }
  const onSession = (session: SessionView) => {
    const key = session.state === 'ready' ? `${session.shop?.id ?? ''}/${session.me?.personId ?? ''}` : null
    if (key !== null && first !== 'shown' && (first === 'awaited' || key === agentKey)) {
      // The first agent is asked for already: the session comes first, the values behind it.
      if (first === 'awaited') later(TOGETHER_MS, showFirst)
      first = 'coming'
      coming = session
      agentKey = key
      if (missing.size === 0) showFirst()
      return
    }
    if (first === 'coming') first = 'shown'
    useLive.setState(before => ({ session: keepSame(before.session, session) }))
    if (key === agentKey) return
    agentKey = key
    closeAgent()
    if (key !== null) endAgent = wanted.map(follow)
  }

  const ends = [
    client.onConnection(connection => { useLive.setState({ connection }) }),
    client.subscribe('session', {}, { value: onSession }),
    client.subscribe('accounts', {}, { value: accounts => { useLive.setState(before => ({ accounts: keepSame(before.accounts, accounts) })) } }),
    client.subscribe('sync', {}, {
      value: sync => {
        setClockOffset(sync.clockOffsetMs)
        useLive.setState(before => ({ sync: keepSame(before.sync, sync) }))
      },
    }),
  ]
  endAgent = wanted.map(follow)
  useLive.setState({ connection: client.connection() })
  return () => {
    closeAgent()
    for (const end of ends) end()
  }
}

/** Keeps one thread up to date while it is looked at. The last value stays for the next look. @returns ends it */
export function followThread(client: DeskClient, conversationId: string, limit: number): () => void {
  return client.subscribe('thread', { conversationId, limit }, {
    value: view => {
      useLive.setState(before => ({
        threads: { ...recent(before.threads, conversationId), [conversationId]: keepSame(before.threads[conversationId], view) },
        threadErrors: { ...before.threadErrors, [conversationId]: undefined },
      }))
    },
    error: error => { useLive.setState(before => ({ threadErrors: { ...before.threadErrors, [conversationId]: error } })) },
  })
}

/** Keeps one customer's profile up to date while it is looked at. @returns ends it */
export function followProfile(client: DeskClient, customerId: string): () => void {
  return client.subscribe('profile', { customerId }, {
    value: view => {
      useLive.setState(before => ({
        profiles: { ...recent(before.profiles, customerId), [customerId]: keepSame(before.profiles[customerId], view) },
      }))
    },
  })
}

const KEPT = 12

/** The last few, so that going back shows at once what was there. */
function recent<T>(all: Record<string, T>, using: string): Record<string, T> {
  const ids = Object.keys(all)
  if (ids.length < KEPT || using in all) return all
  return Object.fromEntries(ids.slice(ids.length - KEPT + 1).map(id => [id, all[id] as T]))
}
