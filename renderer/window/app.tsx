import { useTranslation } from 'react-i18next'
import { DeskWindow } from '../desk/desk-window.tsx'
import { CoreGone } from '../session/core-gone.tsx'
import { useLive } from '../state/live-store.ts'
import { late } from '../ui/late.tsx'
import { Busy } from '../ui/states.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { useLook } from './use-look.ts'
import { useSessionEnd } from './use-session-end.ts'

// Whoever stays signed in sees none of these at a start.
const { Part: SignInScreen } = late(async () => (await import('../session/sign-in-screen.tsx')).SignInScreen, <Starting />)
const { Part: LockedScreen } = late(async () => (await import('../session/locked-screen.tsx')).LockedScreen, <Starting />)
const { Part: EndedScreen } = late(async () => (await import('../session/ended-screen.tsx')).EndedScreen, <Starting />)
const { Part: UpgradeScreen } = late(async () => (await import('../session/upgrade-screen.tsx')).UpgradeScreen, <Starting />)

const { Part: BigWall } = late(async () => (await import('../duty/wall/big-wall.tsx')).BigWall, <Starting />)
/** The window was opened as a team's wall; null = as a desk. */
const wallTeam = /^#wall=(.+)$/.exec(window.location.hash)?.[1] ?? null

/** Which screen the window shows: it follows the session alone. */
export function App() {
  useLook()
  const endedSeen = useSessionEnd()
  const session = useLive(state => state.session)
  const upgrade = useLive(state => state.sync?.state === 'upgrade')

  return (
    <>
      {screen()}
      <Toasts />
      <CoreGone />
    </>
  )

  function screen() {
    if (!session) return <Starting />
    if (session.ended && !endedSeen.seen) return <EndedScreen why={session.ended} onBack={endedSeen.see} />
    if (session.state === 'signed_out') return <SignInScreen />
    if (session.state === 'locked') return <LockedScreen />
    if (session.state === 'opening') return session.me ? <LockedScreen /> : <SignInScreen />
    if (upgrade) return <UpgradeScreen />
    return wallTeam === null ? <DeskWindow /> : <BigWall teamId={wallTeam} />
  }
}

function Starting() {
  const { t } = useTranslation()
  return <Busy text={t('starting')} />
}
