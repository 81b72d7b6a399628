import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choice.tsx'
import { AreaField } from '../transfer/area-field.tsx'

const MINUTES = ['2', '5', '10', '30'] as const
const TITLE_SIGNS = 40

/** D17, L6: a question to somebody with a due time, or a talk among several; the title is how it begins. */
export function TalkForm({ conversationId, customer, onOpened }: { conversationId: string; customer: string; onOpened: (talkId: string) => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const me = useLive(state => state.session?.me?.personId) ?? ''
  const people = (useLive(state => state.team?.people) ?? []).filter(person => person.id !== me && person.active)
  const sorted = [...people].sort((a, b) => Number(b.roles.includes('supervisor')) - Number(a.roles.includes('supervisor')))
  const [kind, setKind] = useState<'help' | 'group'>('help')
  const [to, setTo] = useState<string[]>([])
  const [minutes, setMinutes] = useState<typeof MINUTES[number]>('5')
  const [body, setBody] = useState('')
  const ready = to.length > 0 && body.trim() !== ''
  const pick = (id: string) => { setTo(before => kind === 'help' ? [id] : before.includes(id) ? before.filter(one => one !== id) : [...before, id]) }
  const submit = async () => {
    if (!ready) return
    const title = Array.from(body.trim().split('\n')[0] ?? customer).slice(0, TITLE_SIGNS).join('')
    const made = await actions.value(client.call('talk.open', {
      kind, conversationId, title, memberIds: [me, ...to], dueAtMs: kind === 'help' ? serverNow() + Number(minutes) * 60_000 : null, body: body.trim(),
    }))
    if (made) onOpened(made.talkId)
  }
  return (
    <form
      className='flex min-h-0 flex-col gap-2.5 overflow-y-auto p-4'
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <Segments
        label={t('talks.kind')} value={kind} options={[{ value: 'help', text: t('talks.help') }, { value: 'group', text: t('talks.group') }]}
        onChange={next => {
          setKind(next)
          setTo(before => before.slice(0, 1))
        }}
      />
      <fieldset className='max-h-40 shrink-0 overflow-y-auto rounded-lg border border-line p-1.5'>
        <legend className='px-1 text-sm text-ink-2'>{t(kind === 'help' ? 'talks.to' : 'talks.members')}</legend>
        {sorted.map(person => (
          <label key={person.id} className='flex items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover'>
            <input type={kind === 'help' ? 'radio' : 'checkbox'} name='member' className='size-4 accent-brand' checked={to.includes(person.id)} onChange={() => { pick(person.id) }} />
            <span className='min-w-0 flex-1 truncate'>{person.name}</span>
            <span className='text-xs text-ink-2'>{person.presence ? t(person.presence.reachable ? `presence.${person.presence.state}` : 'transfer.unreachable') : ''}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'help' && <Segments label={t('talks.due')} value={minutes} onChange={setMinutes} options={MINUTES.map(value => ({ value, text: t('talks.dueMin', { count: Number(value) }) }))} />}
      <AreaField label={t('talks.question')} hint={t('talks.questionHint')} value={body} max={4_000} onChange={setBody} />
      <Button type='submit' look='brand' className='self-end disabled:opacity-50' disabled={!ready}>{t('talks.start')}</Button>
    </form>
  )
}
