import { useTranslation } from 'react-i18next'
import { DeskWindow } from '../desk/desk-window.tsx'
import { CoreGone } from '../session/core-gone.tsx'
import { EndedScreen } from '../session/ended-screen.tsx'
import { LockedScreen } from '../session/locked-screen.tsx'
import { SignInScreen } from '../session/sign-in-screen.tsx'
import { UpgradeScreen } from '../session/upgrade-screen.tsx'
import { useLive } from '../state/live-store.ts'
import { Busy } from '../ui/states.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { useLook } from './use-look.ts'
import { useSessionEnd } from './use-session-end.ts'

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
    return <DeskWindow />
  }
}

function Starting() {
  const { t } = useTranslation()
  return <Busy text={t('starting')} />
}
