import { DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { useLive } from '../../state/live-store.ts'
import { useQuery } from '../../state/use-query.ts'
import { endLeaving, openDialog } from '../../state/window-store.ts'
import type { Leaving } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Strip } from './strip.tsx'

/** The agent answers somebody before leaving: how many are left, and the way back to the list. */
export function LeavingStrip({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const { value } = useQuery('leaving', { kind: leaving.kind })
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  const left = value?.blocks.length ?? 0
  const side = value && (left > 0 ? t('leaving.stripLeft', { count: left }) : t('leaving.stripDone'))
  return (
    <Strip name='leaving' tone={left > 0 ? 'warn' : 'calm'} icon={<DoorOpen size={16} />} text={t(`leaving.strip.${leaving.kind}`)} side={side}>
      <Button small look='quiet' onClick={endLeaving}>{t('leaving.stay')}</Button>
      <Button small look='brand' title={keyCaps(keys.leaving, mac).join(' ')} onClick={() => { openDialog({ kind: 'leaving' }) }}>{t('prompt.list')}</Button>
    </Strip>
  )
}
