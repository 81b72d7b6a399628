import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PasswordField } from '../../session/password-field.tsx'
import { errorText } from '../../state/actions.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/states.tsx'

/** The server wants the password again; the work goes on meanwhile. */
export function AgainDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const session = useLive(state => state.session)
  const known = useLive(state => state.accounts)?.find(account => account.account === session?.me?.account && account.api === session.api)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!known || busy) return
    setBusy(true)
    const { api, shop, account, staySignedIn } = known
    const answer = await client.call('session.signIn', { api, shop, account, password, staySignedIn })
    setBusy(false)
    if (answer.ok) onClose()
    else setProblem(errorText(answer.error))
  }

  return (
    <Dialog title={t('again.title')} lead={t('again.lead')} width='narrow' onClose={onClose}>
      <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3 p-5 pt-3'>
        <PasswordField value={password} onChange={setPassword} autoFocus />
        {problem && <Problem text={problem} />}
        <div className='flex justify-end gap-2'>
          <Button onClick={onClose}>{t('again.later')}</Button>
          <Button type='submit' look='brand' disabled={busy || password === '' || !known}>{t('again.submit')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
