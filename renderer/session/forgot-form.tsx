import { ArrowLeft, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { PasswordField } from './password-field.tsx'

/** As the server asks. */
const SHORTEST = 10

/** Whose password it is, as typed in the sign-in form before. */
export type ForgotFor = { api: string; shop: string; account: string }

/** A forgotten password: a supervisor's one-time code and the new password twice. Signs in when the code is right. */
export function ForgotForm({ who, backLabel, onBack }: { who: ForgotFor; backLabel: string; onBack: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [code, setCode] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const wrong = newPassword.length < SHORTEST ? t('forgot.tooShort') : newPassword !== again ? t('forgot.different') : null
    setProblem(wrong)
    if (wrong !== null) return
    setBusy(true)
    const answer = await client.call('session.redeemCode', { ...who, code: code.trim(), newPassword })
    setBusy(false)
    if (!answer.ok) setProblem(errorText(answer.error))
  }

  return (
    <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3' aria-label={t('forgot.title')}>
      <button type='button' onClick={onBack} className='inline-flex items-center gap-1 self-start rounded-sm text-sm text-ink-2 hover:text-ink'>
        <ArrowLeft size={14} aria-hidden='true' />{backLabel}
      </button>
      <p className='text-ink-2'>{t('forgot.lead')}</p>
      <p className='truncate rounded-lg bg-bg p-3 text-sm text-ink-2'>{who.shop} · {who.account} · {who.api}</p>
      <Field
        label={t('forgot.code')} value={code} required minLength={6} maxLength={40} autoFocus autoComplete='one-time-code' translate='no'
        onChange={event => { setCode(event.target.value) }}
      />
      <PasswordField label={t('forgot.newPassword')} fresh value={newPassword} onChange={setNewPassword} />
      <PasswordField label={t('forgot.repeat')} fresh value={again} onChange={setAgain} />
      {problem && <Problem text={problem} />}
      <Button type='submit' look='brand' className='h-9' disabled={busy}>
        {busy && <LoaderCircle size={16} className='animate-spin' aria-hidden='true' />}
        {busy ? t('forgot.submitting') : t('forgot.submit')}
      </Button>
    </form>
  )
}
