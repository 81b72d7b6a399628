import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallView } from '../../../../protocol/shift-views.ts'
import { useTime } from '../../../edge/ticker.ts'
import { clockText } from '../../../format/clock-text.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { toast } from '../../../state/window-store.ts'
import { Area } from '../../../studio/ui/fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Segments } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Busy, Problem } from '../../../ui/states.tsx'
import { shiftErrorText } from '../../ask.ts'
import { useShiftAsked } from '../../use-asked.ts'
import { CheckList } from './check-list.tsx'
import { LineFindings } from './line-findings.tsx'
import { useChosen } from './use-chosen.ts'
import { useLineCheck } from './use-line-check.ts'

const KINDS = ['holding', 'apology', 'answer'] as const
const LONGEST = 500

/** One line to many who wait, checked like any other (C6): a block keeps it here. */
export function LineDialog({ wall, onClose }: { wall: WallView; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [body, setBody] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('holding')
  const { value, error, busy, again } = useShiftAsked('wall.conversations', { teamId: wall.teamId, personId: null })
  const chosen = useChosen(null)
  const to = chosen.of(value ?? [], ({ conversationId }) => conversationId)
  const check = useLineCheck(body)
  const blocked = check.findings.some(({ severity }) => severity === 'block')
  const send = async () => {
    const answer = await actions.value(client.call('message.sendMany', { body: body.trim(), kind, scriptId: null, conversationIds: to.map(({ conversationId }) => conversationId) }))
    if (!answer) return
    toast(t('crew.act.sent', { count: answer.sent }))
    onClose()
  }
  return (
    <Dialog title={t('crew.act.line')} lead={t('crew.act.lineLead')} onClose={onClose}>
      <form
        className='flex min-h-0 flex-col'
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        <div className='flex flex-col gap-3 overflow-y-auto p-5 pt-3'>
          <Area label={t('crew.act.lineText')} value={body} rows={3} max={LONGEST} onChange={setBody} />
          <LineFindings body={body} {...check} />
          <Segments label={t('crew.act.lineKind')} value={kind} options={KINDS.map(value => ({ value, text: t(`crew.act.kinds.${value}`) }))} onChange={setKind} />
          {error && !busy && <Problem text={shiftErrorText(error)}><Button small onClick={again}>{t('common.retry')}</Button></Problem>}
          {!value && !error && <Busy text={t('crew.act.loadingTalks')} />}
          {value?.length === 0 && <p className='text-ink-2'>{t('crew.act.nobodyWaits')}</p>}
          {value && value.length > 0 && (
            <CheckList
              label={t('crew.act.lineTo')} has={chosen.has} onTurn={chosen.turn}
              items={value.map(({ conversationId, customerName, waitingSinceMs }) => ({ id: conversationId, text: customerName, hint: <Waited sinceMs={waitingSinceMs} /> }))}
            />
          )}
        </div>
        <footer className='flex justify-end gap-2 border-t border-line px-5 py-3'>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type='submit' look='brand' disabled={to.length === 0 || body.trim() === '' || blocked || check.busy}>{t('crew.act.confirmLine', { count: to.length })}</Button>
        </footer>
      </form>
    </Dialog>
  )
}

function Waited({ sinceMs }: { sinceMs: number | null }) {
  const { t } = useTranslation()
  const seconds = useTime(nowMs => sinceMs === null ? null : Math.max(0, Math.floor((nowMs - sinceMs) / 1_000)))
  return seconds === null ? null : t('crew.wall.waits', { time: clockText(seconds * 1_000) })
}
