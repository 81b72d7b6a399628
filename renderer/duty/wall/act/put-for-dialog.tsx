import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../../../edge/ticker.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { Area, Select } from '../../../studio/ui/fields.tsx'
import { Button } from '../../../ui/button.tsx'
import { Segments } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { WallPerson } from '../wall-rows.ts'

const WAYS = ['meal', 'away', 'training', 'off_duty'] as const
const MINUTES = ['15', '30', '60', '90'] as const
const MINUTE_MS = 60_000

/** M4, M10: lets somebody go past the gate, or calls them back; the reason is kept, and they read it. @param back calls back */
export function PutForDialog({ person, back, onClose }: { person: WallPerson; back: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const [way, setWay] = useState<(typeof WAYS)[number]>('meal')
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState<(typeof MINUTES)[number] | null>(null)
  const { personId, name } = person
  const state = back ? 'online' as const : way
  const put = async () => {
    const untilMs = back || way === 'off_duty' || minutes === null ? null : Math.round(serverNow() + Number(minutes) * MINUTE_MS)
    if (await actions.done(client.call('presence.putFor', { personId, state, reason: reason.trim(), untilMs }), t('crew.act.wentOff', { name, state: t(`presence.${state}`) }))) onClose()
  }
  return (
    <Dialog title={back ? t('crew.act.callBack', { name }) : t('crew.act.letGo', { name })} lead={back ? t('crew.act.callBackLead', { name }) : t('crew.act.letGoLead', { name })} onClose={onClose}>
      <form
        className='flex flex-col gap-3 p-5 pt-3'
        onSubmit={event => {
          event.preventDefault()
          void put()
        }}
      >
        {!back && <Segments label={t('crew.act.state')} value={way} options={WAYS.map(value => ({ value, text: t(`presence.${value}`) }))} onChange={setWay} />}
        {!back && way !== 'off_duty' && (
          <Select label={t('crew.act.back')} value={minutes} none={t('crew.act.backNone')} options={MINUTES.map(value => ({ value, text: t('crew.act.minutes', { count: Number(value) }) }))} onChange={setMinutes} />
        )}
        <Area label={t('crew.act.reason')} value={reason} rows={2} max={200} onChange={setReason} />
        <div className='flex justify-end gap-2'>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type='submit' look='brand' disabled={reason.trim() === ''}>{back ? t('crew.act.confirmCallBack') : t('crew.act.confirmLetGo')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
