import { Lock, LogIn } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Button } from '../ui/button.tsx'
import { Busy } from '../ui/states.tsx'
import { useLook } from '../window/use-look.ts'
import { CopyPalette } from './copy-palette.tsx'

/** The palette over any program: it follows the session, and while the desk is locked it says so and shows nothing. */
export function Everywhere() {
  const { t } = useTranslation()
  const { shell } = useDesk()
  useLook()
  const session = useLive(state => state.session)
  const gone = useLive(state => state.connection !== 'connected')
  const agent = session?.me ? `${session.shop?.id ?? ''}/${session.me.personId}` : ''

  return (
    <main
      className='flex h-full flex-col border border-line-strong bg-panel'
      onKeyDown={event => {
        // A menu that is open takes its own Esc; an input method too.
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || event.keyCode === 229) return
        event.preventDefault()
        void shell.palette('hide')
      }}
    >
      {screen()}
    </main>
  )

  function screen() {
    if (!session || gone || session.state === 'opening') return <Busy text={t('starting')} />
    if (session.state === 'locked') return <Closed icon={<Lock size={20} />} title={t('everywhere.locked')} hint={t('everywhere.lockedHint')} />
    if (session.state === 'signed_out') return <Closed icon={<LogIn size={20} />} title={t('everywhere.signedOut')} hint={t('everywhere.signedOutHint')} />
    return <CopyPalette key={agent} />
  }
}

function Closed({ icon, title, hint }: { icon: ReactNode; title: string; hint: string }) {
  const { t } = useTranslation()
  const { shell } = useDesk()
  const button = useRef<HTMLButtonElement>(null)
  // The window is made once and called up again and again: each time the way on has the focus.
  useEffect(() => {
    button.current?.focus()
    shell.onPalette(shown => { if (shown) button.current?.focus() })
  }, [shell])
  return (
    <div role='status' className='flex h-full flex-col items-center justify-center gap-1 p-6 text-center'>
      <span className='mb-3 grid size-10 place-items-center rounded-lg bg-brand-soft text-brand' aria-hidden='true'>{icon}</span>
      <h1 className='font-semibold'>{title}</h1>
      <p className='mb-4 text-ink-2'>{hint}</p>
      <Button ref={button} look='brand' onClick={() => { void shell.palette('desk') }}>{t('everywhere.desk')}</Button>
    </div>
  )
}
