import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Question } from '../../ui/dialog.tsx'
import { openRelease } from '../studio-store.ts'
import { mineOf } from '../draft/use-writing.ts'
import { DateField, Group } from '../ui/fields.tsx'
import { Field } from '../../ui/field.tsx'
import { bulkSteps } from './bulk.ts'
import type { BulkChange, BulkStep } from './bulk.ts'
import type { ScriptRow } from './rows.ts'
import { areReversed, AudienceFields, OwnerField } from './shared-fields.tsx'
import { EVERYBODY } from '../plain-content.ts'

/** The same change for every marked script, as drafts: nothing goes out by it, and it can be taken back. */
export function BulkPanel({ rows, values, onDone }: { rows: ScriptRow[]; values: { campaigns: string[] }; onDone: () => void }) {
  const { t } = useTranslation()
  const { client, ids } = useDesk()
  const [tag, setTag] = useState('')
  const [campaign, setCampaign] = useState('')
  const [change, setChange] = useState<Partial<ScriptContent>>({})
  const [audience, setAudience] = useState(EVERYBODY)
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState<number | null>(null)

  const run = async (steps: BulkStep[]) => {
    const done: BulkStep[] = []
    setLeft(steps.length)
    for (const step of steps) {
      const answer = await client.call('studio.draftPut', step.put)
      if (!answer.ok) break
      done.push(step)
      setLeft(steps.length - done.length)
    }
    setLeft(null)
    const undo = async () => {
      for (const step of done) {
        if ('drop' in step.undo) await client.call('studio.draftDrop', { draftId: step.undo.drop })
        else await client.call('studio.draftPut', step.undo.put)
      }
    }
    if (done.length < steps.length) toast(t('studio.bulk.some', { done: done.length, count: steps.length }), 'bad', () => { void undo() })
    else toast(done.length === 0 ? t('studio.bulk.nothing') : t('studio.bulk.done', { count: done.length }), 'plain', done.length === 0 ? null : () => { void undo() })
  }
  const apply = (what: BulkChange) => { void run(bulkSteps(rows.flatMap(({ item }) => item ?? []), what, () => ids.next())) }
  const set = (fields: Partial<ScriptContent>) => { apply({ what: 'set', change: fields }) }
  const drafts = rows.flatMap(({ item }) => mineOf(item)?.id ?? [])
  const busy = left !== null
  const dates = { validFromMs: change.validFromMs ?? null, validToMs: change.validToMs ?? null }
  return (
    <>
      <header className='flex min-h-12 items-center gap-2 border-b border-line bg-panel px-5 py-2'>
        <h2 className='flex-1 text-lg font-semibold'>{t('studio.bulk.title', { count: rows.length })}</h2>
        {busy && <span role='status' className='text-sm text-ink-2 tabular-nums'>{t('studio.bulk.left', { count: left })}</span>}
        {drafts.length > 0 && <Button small look='brand' onClick={() => { openRelease(drafts) }}>{t('studio.release.open')}</Button>}
        <Button small onClick={onDone}>{t('studio.bulk.close')}</Button>
      </header>
      <fieldset disabled={busy} className='min-h-0 flex-1 overflow-y-auto bg-panel'>
        <p className='px-5 pt-3 text-sm text-ink-2'>{t('studio.bulk.lead')}</p>
        <Group title={t('studio.field.tags')}>
          <Line>
            <Field label={t('studio.bulk.tag')} value={tag} maxLength={30} className='w-56' onChange={event => { setTag(event.target.value) }} />
            <Button disabled={tag.trim() === ''} onClick={() => { apply({ what: 'addTag', tag: tag.trim() }) }}>{t('studio.bulk.addTag')}</Button>
            <Button disabled={tag.trim() === ''} onClick={() => { apply({ what: 'removeTag', tag: tag.trim() }) }}>{t('studio.bulk.removeTag')}</Button>
          </Line>
        </Group>
        <Group title={t('studio.group.care')}>
          <Line>
            <OwnerField value={change.ownerId ?? null} onChange={ownerId => { setChange({ ...change, ownerId }) }} />
            <Button onClick={() => { set({ ownerId: change.ownerId ?? null }) }}>{t('studio.bulk.apply')}</Button>
            <DateField label={t('studio.field.reviewAtMs')} value={change.reviewAtMs ?? null} onChange={reviewAtMs => { setChange({ ...change, reviewAtMs }) }} />
            <Button onClick={() => { set({ reviewAtMs: change.reviewAtMs ?? null }) }}>{t('studio.bulk.apply')}</Button>
          </Line>
        </Group>
        <Group title={t('studio.group.dates')}>
          <Line>
            <Field label={t('studio.field.campaign')} value={campaign} maxLength={60} list='studio-campaigns' onChange={event => { setCampaign(event.target.value) }} />
            <datalist id='studio-campaigns'>{values.campaigns.map(one => <option key={one} value={one} />)}</datalist>
            <DateField label={t('studio.field.validFromMs')} time value={change.validFromMs ?? null} onChange={validFromMs => { setChange({ ...change, validFromMs }) }} />
            <DateField label={t('studio.field.validToMs')} time problem={areReversed(dates) ? t('studio.datesReversed') : null} value={change.validToMs ?? null} onChange={validToMs => { setChange({ ...change, validToMs }) }} />
            <Button disabled={areReversed(dates)} onClick={() => { set({ campaign: campaign.trim() || null, ...dates }) }}>{t('studio.bulk.apply')}</Button>
          </Line>
        </Group>
        <Group title={t('studio.group.audience')} hint={t('studio.audienceHint')}>
          <AudienceFields value={audience} onChange={setAudience} />
          <div><Button onClick={() => { set({ audience }) }}>{t('studio.bulk.apply')}</Button></div>
        </Group>
        <Group title={t('studio.retire')}>
          <div><Button look='danger' onClick={() => { setAsking(true) }}>{t('studio.bulk.retire', { count: rows.length })}</Button></div>
        </Group>
      </fieldset>
      {asking && (
        <Question
          title={t('studio.bulk.retire', { count: rows.length })} lead={t('studio.bulk.retireLead')} confirm={t('studio.retire')} cancel={t('common.cancel')} danger
          onCancel={() => { setAsking(false) }}
          onConfirm={() => {
            setAsking(false)
            apply({ what: 'retire' })
          }}
        />
      )}
    </>
  )
}

function Line({ children }: { children: ReactNode }) {
  return <div className='flex flex-wrap items-end gap-2'>{children}</div>
}
