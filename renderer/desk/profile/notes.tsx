import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileView } from '../../../protocol/views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { RichText } from '../thread/rich-text.tsx'
import { Part } from './part.tsx'

/** What colleagues should know of the customer (D3). */
export function Notes({ customerId, notes }: { customerId: string; notes: ProfileView['notes'] }) {
  const { t } = useTranslation()
  const { actions } = useDesk()
  const days = useDays()
  const [text, setText] = useState('')
  const shown = notes.filter(note => !note.removed)
  const add = async () => {
    const body = text.trim()
    if (body !== '' && await actions.addCustomerNote(customerId, body)) setText('')
  }
  return (
    <Part title={t('profile.notes')}>
      <ul className='flex flex-col gap-2'>
        {shown.map(note => (
          <li key={note.id} className='group flex items-start gap-1 text-sm'>
            <div className='min-w-0 flex-1'>
              <p className='selectable break-words whitespace-pre-wrap'><RichText text={note.body} /></p>
              <p className='text-xs text-ink-3'>{note.authorName ?? t('profile.agent')} · {days.monthDay(note.atMs)}</p>
            </div>
            <IconButton
              label={t('profile.removeNote')} onClick={() => { void actions.removeNote(customerId, note.id) }}
              className='opacity-0 group-focus-within:opacity-100 group-hover:opacity-100'
            >
              <X size={13} />
            </IconButton>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className='text-sm text-ink-3'>{t('profile.noNotes')}</p>}
      <textarea
        value={text} rows={text === '' ? 1 : 3} maxLength={2_000} aria-label={t('profile.addNote')} placeholder={t('profile.notePlaceholder')}
        className='mt-2 block w-full resize-none rounded-md border border-line bg-panel px-2.5 py-1.5 text-sm focus:border-brand focus:outline-none'
        onChange={event => { setText(event.target.value) }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) void add()
        }}
      />
      {text.trim() !== '' && <Button small className='mt-1.5' onClick={() => { void add() }}>{t('profile.addNote')}</Button>}
    </Part>
  )
}
