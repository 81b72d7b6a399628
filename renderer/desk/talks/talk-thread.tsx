import { Check } from 'lucide-react'
import { clsx } from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TalkView } from '../../../protocol/shift-views.ts'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { TalkDue } from './talk-due.tsx'

/** One talk among colleagues: what was said, who takes part, the answer. */
export function TalkThread({ talk }: { talk: TalkView }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [text, setText] = useState('')
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => { end.current?.scrollIntoView({ block: 'end' }) }, [talk.messages.length])
  const say = async () => {
    const body = text.trim()
    if (body === '') return
    setText('')
    if (!await actions.done(client.call('talk.say', { talkId: talk.id, body }))) setText(body)
  }
  return (
    <section className='flex min-h-0 flex-col' aria-label={talk.title}>
      <header className='flex items-center gap-2 border-b border-line px-4 py-2'>
        <p className='min-w-0 flex-1 truncate text-sm text-ink-2'>{talk.members.map(({ name }) => name).join(' · ')}</p>
        <TalkDue talk={talk} />
        {talk.state !== 'closed' && <Button small look='quiet' onClick={() => { void actions.done(client.call('talk.close', { talkId: talk.id }), t('talks.closed')) }}><Check size={14} aria-hidden='true' />{t('talks.close')}</Button>}
      </header>
      <div className='min-h-0 flex-1 overflow-y-auto bg-bg px-4 py-2' tabIndex={0} role='log' aria-label={talk.title}>
        {talk.messages.map(message => <Line key={message.id} message={message} />)}
        <div ref={end} />
      </div>
      {talk.state !== 'closed' && (
        <form
          className='flex gap-2 border-t border-line p-3'
          onSubmit={event => {
            event.preventDefault()
            void say()
          }}
        >
          <input autoFocus className={inputLook} value={text} maxLength={4_000} aria-label={t('talks.say')} placeholder={t('talks.say')} onChange={event => { setText(event.target.value) }} />
          <Button type='submit' look='brand' className='h-9 disabled:opacity-50' disabled={text.trim() === ''}>{t('talks.send')}</Button>
        </form>
      )}
    </section>
  )
}

function Line({ message }: { message: TalkView['messages'][number] }) {
  const days = useDays()
  const mine = useLive(state => state.session?.me?.personId === message.authorId)
  const when = useTime(nowMs => days.brief(message.atMs, nowMs))
  return (
    <div className={clsx('my-1.5 flex flex-col', mine ? 'items-end' : 'items-start')}>
      <p className='text-xs text-ink-2'>{message.authorName} · <span className='tabular-nums'>{when}</span></p>
      <p className={clsx('selectable max-w-[85%] rounded-lg border px-3 py-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]', mine ? 'border-bubble-own-line bg-bubble-own' : 'border-line bg-bubble')}>{message.body}</p>
    </div>
  )
}
