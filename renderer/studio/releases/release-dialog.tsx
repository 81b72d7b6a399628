import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_IN_RELEASE } from '../../../domain/entities/plain-lists.ts'
import type { StudioOutput } from '../../../protocol/studio.ts'
import type { DeskError } from '../../../protocol/desk-api.ts'
import { serverNow } from '../../edge/ticker.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { keyCaps } from '../../state/shortcuts.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments, Switch } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { Area, Checks, DateField } from '../ui/fields.tsx'
import { useModEnter } from '../use-mod-enter.ts'
import { useOffline } from '../../state/use-offline.ts'
import { DraftChoice } from './draft-choice.tsx'
import { Outcome } from './outcome.tsx'
import { useDrafts } from './use-drafts.ts'
import type { DraftOf } from './use-drafts.ts'

type Answer = StudioOutput<'release.publish'>
const HOUR_MS = 3_600_000
const nextFullHour = (nowMs: number): number => (Math.floor(nowMs / HOUR_MS) + 1) * HOUR_MS

/** What goes out together, under which name, when and to whom; and what kept it back. */
export function ReleaseDialog({ draftIds, onClose }: { draftIds: string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const drafts = useDrafts()
  return (
    <Dialog title={t('studio.release.title')} lead={t('studio.release.lead')} width='wide' onClose={onClose}>
      {drafts ? <Form drafts={drafts} chosenAtFirst={draftIds} onClose={onClose} /> : <Busy text={t('common.loading')} />}
    </Dialog>
  )
}

function Form({ drafts, chosenAtFirst, onClose }: { drafts: DraftOf[]; chosenAtFirst: string[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, ids, mac } = useDesk()
  const offline = useOffline()
  const teams = useLive(state => state.team?.teams) ?? []
  // One id for all tries: a second one after a lost answer makes no second release.
  const [id] = useState(() => ids.next())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenAtFirst.length > 0 ? chosenAtFirst : drafts.filter(({ draft }) => draft.state === 'approved').map(({ draft }) => draft.id)))
  const picked = drafts.filter(({ draft }) => chosen.has(draft.id))
  const [title, setTitle] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [mustRead, setMustRead] = useState(false)
  const [teamIds, setTeamIds] = useState<string[]>([])
  const [when, setWhen] = useState<'now' | 'at'>('now')
  const [atMs, setAtMs] = useState<number | null>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [error, setError] = useState<DeskError | null>(null)
  const named = title ?? (picked.length === 1 ? picked[0]?.title ?? '' : picked.length > 1 ? t('studio.release.named', { title: picked[0]?.title ?? '', count: picked.length }) : '')
  const waits = picked.some(({ draft }) => draft.pending)
  const late = when === 'at' && (atMs === null || atMs <= serverNow())
  const why = offline ? t('studio.release.offline') : picked.length === 0 ? t('studio.release.nothing') : picked.length > MOST_IN_RELEASE ? t('studio.release.tooMany', { count: MOST_IN_RELEASE }) : named.trim() === '' ? t('studio.release.noTitle')
    : waits ? t('studio.save.wait') : late ? t('studio.release.late') : null

  const publish = async () => {
    if (busy || why !== null) return
    setBusy(true)
    const result = await askStudio(client, 'release.publish', {
      id, title: named.trim().slice(0, 120), note, mustRead, teamIds, draftIds: picked.map(({ draft }) => draft.id), publishAtMs: when === 'at' ? atMs : null,
    })
    setBusy(false)
    setError(result.ok ? null : result.error)
    if (!result.ok) return
    if (result.value.outcome !== 'released') {
      setAnswer(result.value)
      return
    }
    toast(t(result.value.release.state === 'scheduled' ? 'studio.release.scheduled' : 'studio.release.done', { title: named }))
    onClose()
  }
  useModEnter(() => { void publish() }, 'dialog')
  return (
    <div className='flex min-h-0 flex-1 flex-col'>
      <div className='flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-5 pt-3'>
        {error && <Problem text={studioErrorText(error)} />}
        {answer && answer.outcome !== 'released' && <Outcome answer={answer} drafts={drafts} onSettled={setAnswer} onClose={onClose} />}
        <DraftChoice drafts={drafts} chosen={chosen} onChange={setChosen} />
        <Field autoFocus label={t('studio.release.name')} value={named} maxLength={120} onChange={event => { setTitle(event.target.value) }} />
        <Area label={t('studio.release.note')} rows={2} max={4_000} value={note} onChange={setNote} />
        <div className='flex flex-col gap-2'>
          <Segments
            label={t('studio.release.when')} value={when} options={[{ value: 'now', text: t('studio.release.now') }, { value: 'at', text: t('studio.release.at') }]}
            onChange={next => {
              setWhen(next)
              if (next === 'at' && atMs === null) setAtMs(nextFullHour(serverNow()))
            }}
          />
          {when === 'at' && <DateField label={t('studio.release.atTime')} time value={atMs} onChange={setAtMs} />}
          <Switch label={t('studio.release.mustRead')} hint={t('studio.release.mustReadHint')} on={mustRead} onChange={setMustRead} />
        </div>
        <Checks label={t('studio.release.teams')} values={teamIds} options={teams.map(team => ({ value: team.id, text: team.name }))} onChange={setTeamIds} />
      </div>
      <footer className='flex items-center justify-end gap-2 border-t border-line px-5 py-3'>
        <span role='status' className='mr-auto text-sm text-ink-2'>{why}</span>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look='brand' disabled={busy || why !== null} title={keyCaps('Mod+Enter', mac).join(' ')} onClick={() => { void publish() }}>
          {busy ? t('studio.release.busy') : when === 'at' ? t('studio.release.schedule', { count: picked.length }) : t('studio.release.go', { count: picked.length })}
        </Button>
      </footer>
    </div>
  )
}
