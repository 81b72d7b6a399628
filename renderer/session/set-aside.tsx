import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../state/actions.ts'
import { useDesk } from '../state/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Question } from '../ui/dialog.tsx'

/** The way on from a damaged file: it is kept under another name, and the next sign-in fetches everything anew. */
export function SetAside({ fileId, onDone, onFailed }: { fileId: string; onDone: () => void; onFailed: (text: string) => void }) {
  const { t } = useTranslation()
  const { client } = useDesk()
  const [asking, setAsking] = useState(false)
  const setAside = async () => {
    setAsking(false)
    const answer = await client.call('file.setAside', { fileId })
    if (answer.ok) onDone()
    else onFailed(errorText(answer.error))
  }
  return (
    <>
      <Button type='button' onClick={() => { setAsking(true) }}>{t('setAside.open')}</Button>
      {asking && (
        <Question
          title={t('setAside.title')} lead={t('setAside.lead')} confirm={t('setAside.confirm')} cancel={t('common.cancel')} danger
          onConfirm={() => { void setAside() }} onCancel={() => { setAsking(false) }}
        />
      )}
    </>
  )
}
