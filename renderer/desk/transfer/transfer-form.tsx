import { ShieldAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TransferTo } from '../../../domain/entities/transfer.ts'
import type { CallOutput } from '../../../protocol/desk-api.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choice.tsx'
import { AreaField } from './area-field.tsx'
import { CandidateList } from './candidate-list.tsx'
import { TeamTargets } from './team-targets.tsx'

const KINDS = ['agent', 'team', 'skill'] as const

/** Target, note, line and reason of one transfer. The server decides; what it would refuse is said here before. */
export function TransferForm({ conversationId, name, offer, supervisor, onDone }: {
  conversationId: string; name: string; offer: CallOutput<'transfer.candidates'>; supervisor: boolean; onDone: () => void
}) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [kind, setKind] = useState<typeof KINDS[number]>('agent')
  const best = offer.candidates.find(one => one.refused === null)
  const [target, setTarget] = useState<{ to: TransferTo; name: string } | null>(best ? { to: { kind: 'agent', personId: best.personId }, name: best.name } : null)
  const [note, setNote] = useState(offer.note)
  const [line, setLine] = useState(offer.line)
  const [reason, setReason] = useState('')
  const [overrule, setOverrule] = useState(false)
  const barred = offer.transferRule === 'M6' && !overrule
  const wantsReason = offer.transferRule === 'M4' || overrule
  const ready = target !== null && !barred && (!wantsReason || reason.trim() !== '')

  const send = async () => {
    if (!ready) return
    const made = await actions.value(client.call('transfer.offer', {
      conversationId, target: target.to, note: note.trim(), line: line.trim() === '' ? null : line.trim(), reason: reason.trim() === '' ? null : reason.trim(), overrule,
    }))
    if (!made) return
    toast(target.to.kind === 'agent' ? t('transfer.sent', { name: target.name, customer: name }) : t('transfer.queued', { customer: name, to: target.name }))
    onDone()
  }
  return (
    <form
      className='flex min-h-0 flex-col'
      onSubmit={event => {
        event.preventDefault()
        void send()
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          void send()
        }
      }}
    >
      <div className='flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-3 pb-4'>
        {offer.transferRule && (
          <p role='status' className='flex items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-sm text-warn'><ShieldAlert size={15} className='shrink-0' aria-hidden='true' />{t(offer.transferRule === 'M6' ? 'transfer.m6' : 'transfer.m4')}</p>
        )}
        <Segments
          label={t('leaving.transfer')} value={kind}
          onChange={next => {
            setKind(next)
            setTarget(null)
          }}
          options={KINDS.map(value => ({ value, text: t(`transfer.${value}`) }))}
        />
        {kind === 'agent'
          ? <CandidateList candidates={offer.candidates} overrule={overrule} chosen={target?.to.kind === 'agent' ? target.to.personId : null} onChoose={one => { setTarget({ to: { kind: 'agent', personId: one.personId }, name: one.name }) }} />
          : <TeamTargets kind={kind} chosen={target?.to ?? null} onChoose={(to, called) => { setTarget({ to, name: called }) }} />}
        {wantsReason && <AreaField label={t(overrule ? 'transfer.overruleReason' : 'transfer.reason')} hint={t('transfer.reasonHint')} value={reason} max={200} rows={1} onChange={setReason} />}
        <AreaField label={t('transfer.note')} hint={t('transfer.noteHint')} value={note} max={1_000} onChange={setNote} />
        <AreaField label={t('transfer.line')} hint={t('transfer.lineHint')} value={line} max={1_000} onChange={setLine} />
        {supervisor && (
          <label className='flex items-center gap-2 text-sm'>
            <input type='checkbox' className='size-4 accent-brand' checked={overrule} onChange={event => { setOverrule(event.target.checked) }} />{t('transfer.overrule')}
          </label>
        )}
      </div>
      <div className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
        <Button type='submit' look='brand' className='disabled:opacity-50' disabled={!ready}>{target ? `${t('transfer.send')} · ${target.name}` : t('transfer.send')}</Button>
      </div>
    </form>
  )
}
