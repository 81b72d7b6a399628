import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownAccount } from '../../protocol/views.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Button } from '../ui/button.tsx'
import { Busy } from '../ui/states.tsx'
import { Card, Sign } from './card.tsx'
import { KnownAccounts } from './known-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Who are you: accounts of this machine first, else the form. */
export function SignInScreen() {
  const { t } = useTranslation()
  const { info } = useDesk()
  const accounts = useLive(state => state.accounts)
  const [picked, setPicked] = useState<KnownAccount | 'other' | null>(null)
  // Before they are told, a form for somebody else would stand there, and take with it what is typed.
  if (!accounts) return <Busy text={t('starting')} />
  const shown = picked ?? (accounts.length === 0 ? 'other' : null)
  return (
    <Card above={<Sign />} title={t('signIn.title')}>
      <div className='mt-4' />
      {shown === null
        ? (
            <>
              <KnownAccounts accounts={accounts} onPick={setPicked} />
              <Button className='mt-4 w-full' onClick={() => { setPicked('other') }}>{t('signIn.other')}</Button>
            </>
          )
        : (
            <SignInForm
              key={shown === 'other' ? 'other' : shown.fileId} known={shown === 'other' ? null : shown} before={accounts[0] ?? null}
              onBack={accounts.length > 0 ? () => { setPicked(null) } : null}
            />
          )}
      <p className='mt-5 text-xs text-ink-3'>{info.fallbackRuntime ? t('signIn.loopbackOnly') : t('signIn.offlineHint')}</p>
    </Card>
  )
}
