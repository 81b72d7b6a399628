import { useTranslation } from 'react-i18next'

/** H2: what the counterpart has to know of one customer. */
export function NoteField({ name, value, onChange }: { name: string; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation()
  return (
    <textarea
      rows={2} maxLength={1_000} value={value} aria-label={t('handover.noteFor', { name })} placeholder={t('handover.note')} onChange={event => { onChange(event.target.value) }}
      className='mt-1.5 block w-full resize-none rounded-md border border-line-strong bg-panel px-2.5 py-1.5 text-sm focus:border-brand focus:outline-1 focus:-outline-offset-1 focus:outline-brand'
    />
  )
}
