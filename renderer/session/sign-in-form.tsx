import { ArrowLeft, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownAccount } from '../../protocol/views.ts'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { useLive } from '../state/live-store.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { ForgotForm } from './forgot-form.tsx'
import { PasswordField } from './password-field.tsx'
import { SetAside } from './set-aside.tsx'

/** Address, shop, account and password; of a known account only the password. */
export function SignInForm({ known, before, onBack }: { known: KnownAccount | null; before: KnownAccount | null; onBack: (() => void) | null }) {
  const { t } = useTranslation()
  const { client, info } = useDesk()
  const opening = useLive(state => state.session?.state === 'opening')
  const [api, setApi] = useState(known?.api ?? before?.api ?? '')
  const [shop, setShop] = useState(known?.shop ?? before?.shop ?? '')
  const [account, setAccount] = useState(known?.account ?? '')
  const [password, setPassword] = useState('')
  const [stay, setStay] = useState(known?.staySignedIn ?? false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [apiProblem, setApiProblem] = useState<string | null>(null)
  const [forgot, setForgot] = useState(false)
  const [damaged, setDamaged] = useState(false)

  const address = api.trim().replace(/\/+$/, '')
  const addressFits = (): boolean => {
    if (!isAddress(address)) setApiProblem(t('signIn.apiInvalid'))
    return isAddress(address)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (!addressFits()) return
    setBusy(true)
    setProblem(null)
    const answer = await client.call('session.signIn', { api: address, shop: shop.trim(), account: account.trim(), password, staySignedIn: stay })
    setBusy(false)
    if (answer.ok) return
    setProblem(errorText(answer.error))
    setDamaged(answer.error.code === 'file_damaged')
  }

  if (forgot) {
    return <ForgotForm who={{ api: address, shop: shop.trim(), account: account.trim() }} backLabel={t('forgot.back')} onBack={() => { setForgot(false) }} />
  }
  return (
    <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3'>
      {onBack && (
        <button type='button' onClick={onBack} className='inline-flex items-center gap-1 self-start rounded-sm text-sm text-ink-2 hover:text-ink'>
          <ArrowLeft size={14} aria-hidden='true' />{t('signIn.backToKnown')}
        </button>
      )}
      {known
        ? (
            <div className='flex items-center gap-3 rounded-lg bg-bg p-3'>
              <Avatar name={known.name} />
              <div className='min-w-0'>
                <p className='truncate font-medium'>{known.name}</p>
                <p className='truncate text-xs text-ink-2'>{known.shop} · {known.account} · {known.api}</p>
              </div>
            </div>
          )
        : (
            <>
              <Field
                label={t('signIn.api')} value={api} inputMode='url' required problem={apiProblem} autoFocus={api === ''}
                onChange={event => {
                  setApi(event.target.value)
                  setApiProblem(null)
                }}
              />
              <div className='flex gap-3'>
                <Field className='min-w-0 flex-1' label={t('signIn.shop')} value={shop} required onChange={event => { setShop(event.target.value) }} />
                <Field
                  className='min-w-0 flex-1' label={t('signIn.account')} value={account} required autoComplete='username' autoFocus={api !== ''}
                  onChange={event => { setAccount(event.target.value) }}
                />
              </div>
            </>
          )}
      <PasswordField value={password} onChange={setPassword} autoFocus={known !== null} />
      <label className='flex items-start gap-2'>
        <input
          type='checkbox' className='mt-1 size-4 accent-brand' checked={stay && info.secretStore !== 'none'} disabled={info.secretStore === 'none'}
          onChange={event => { setStay(event.target.checked) }}
        />
        <span>
          {t('signIn.stay')}
          {info.secretStore !== 'os' && (
            <span className='block text-xs text-ink-3'>{info.secretStore === 'none' ? t('signIn.stayNone') : t('signIn.stayBasic')}</span>
          )}
        </span>
      </label>
      {problem && <Problem text={problem} />}
      {known && damaged && <SetAside fileId={known.fileId} onDone={() => {
        setDamaged(false)
        setProblem(null)
      }} onFailed={setProblem} />}
      <Button type='submit' look='brand' className='h-9' disabled={busy || opening}>
        {(busy || opening) && <LoaderCircle size={16} className='animate-spin' aria-hidden='true' />}
        {busy ? t('signIn.submitting') : opening ? t('signIn.opening') : t('signIn.submit')}
      </Button>
      <button
        type='button' className='self-center rounded-sm text-sm text-ink-2 underline-offset-2 hover:text-ink hover:underline disabled:text-ink-3'
        disabled={shop.trim() === '' || account.trim() === ''} onClick={() => { if (addressFits()) setForgot(true) }}
      >
        {t('forgot.open')}
      </button>
    </form>
  )
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(text)
}
