import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/states.tsx'
import { Card } from './card.tsx'
import { ForgotForm } from './forgot-form.tsx'
import { PasswordField } from './password-field.tsx'
import { SignOutQuestion } from './sign-out-question.tsx'

/** The desk is locked: the same agent comes back with the password, or another one signs in. */
export function LockedScreen() {
  const { t } = useTranslation()
  const { client } = useDesk()
  const session = useLive(state => state.session)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [leaving, setLeaving] = useState(false)

  const [forgot, setForgot] = useState(false)
  const known = useLive(state => state.accounts)?.find(account => account.account === session?.me?.account && account.api === session.api)

  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(null)
    const answer = await client.call('session.unlock', { password })
    setBusy(false)
    setPassword('')
    if (!answer.ok) setProblem(errorText(answer.error))
  }

  if (forgot && known) {
    return (
      <Card icon={<Lock size={20} />} title={t('forgot.title')}>
        <div className='mt-4' />
        <ForgotForm who={{ api: known.api, shop: known.shop, account: known.account }} backLabel={t('forgot.backToLock')} onBack={() => { setForgot(false) }} />
      </Card>
    )
  }
  return (
    <Card icon={<Lock size={20} />} title={t('locked.title')} lead={t('locked.lead', { name: session?.me?.name ?? '' })}>
      <form onSubmit={event => { void unlock(event) }} className='mt-5 flex flex-col gap-3'>
        <PasswordField value={password} onChange={setPassword} autoFocus />
        {problem && <Problem text={problem} />}
        <Button type='submit' look='brand' className='h-9' disabled={busy || password === ''}>{busy ? t('locked.unlocking') : t('locked.unlock')}</Button>
        <Button look='quiet' onClick={() => { setLeaving(true) }}>{t('locked.switch')}</Button>
        {known && <Button look='quiet' onClick={() => { setForgot(true) }}>{t('forgot.open')}</Button>}
      </form>
      {leaving && <SignOutQuestion onClose={() => { setLeaving(false) }} />}
    </Card>
  )
}
