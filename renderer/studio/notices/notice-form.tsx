import { Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../../protocol/desk-api.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { keyCaps } from '../../state/shortcuts.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { Area, Checks } from '../ui/fields.tsx'
import { useOffline } from '../../state/use-offline.ts'

/** A word to every desk: no script, no change, only to be read. */
export function NoticeForm() {
  const { t } = useTranslation()
  const { client, ids, mac } = useDesk()
  const offline = useOffline()
  const teams = useLive(state => state.team?.teams) ?? []
  // One id for all tries: a second one after a lost answer makes no second notice.
  const [id, setId] = useState(() => ids.next())
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [mustRead, setMustRead] = useState(true)
  const [teamIds, setTeamIds] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<DeskError | null>(null)
  const ready = title.trim() !== '' && note.trim() !== ''
  const send = async () => {
    if (busy || !ready || offline) return
    setBusy(true)
    const answer = await askStudio(client, 'release.publish', { id, title: title.trim(), note: note.trim(), mustRead, teamIds, draftIds: [], publishAtMs: null })
    setBusy(false)
    setError(answer.ok ? null : answer.error)
    if (!answer.ok || answer.value.outcome !== 'released') return
    setId(ids.next())
    setTitle('')
    setNote('')
    toast(t('notices.notice.sent'))
  }
  return (
    <form
      aria-label={t('notices.notice.title')} className='flex h-fit flex-col gap-3 rounded-lg border border-line bg-panel p-4' onSubmit={event => { event.preventDefault(); void send() }}
      onKeyDown={event => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send() }}
    >
      <div>
        <h2 className='text-lg font-semibold'>{t('notices.notice.title')}</h2>
        <p className='text-sm text-ink-2'>{t('notices.notice.lead')}</p>
      </div>
      {error && <Problem text={studioErrorText(error)} />}
      <Field label={t('notices.notice.name')} maxLength={120} value={title} onChange={event => { setTitle(event.target.value) }} />
      <Area label={t('notices.notice.text')} rows={6} max={4_000} value={note} onChange={setNote} />
      <Switch label={t('notices.notice.mustRead')} hint={t('notices.notice.mustReadHint')} on={mustRead} onChange={setMustRead} />
      {teams.length > 1 && <Checks label={`${t('notices.notice.teams')} (${teamIds.length === 0 ? t('notices.notice.allTeams') : teamIds.length})`} values={teamIds} options={teams.map(team => ({ value: team.id, text: team.name }))} onChange={setTeamIds} />}
      <div className='flex items-center gap-3'>
        <span role='status' className='flex-1 text-sm text-ink-2'>{offline ? t('notices.notice.offline') : ready ? '' : t('notices.notice.needed')}</span>
        <Button type='submit' look='brand' disabled={busy || !ready || offline} title={keyCaps('Mod+Enter', mac).join(' ')}><Send size={14} aria-hidden='true' />{t('notices.notice.send')}</Button>
      </div>
    </form>
  )
}
