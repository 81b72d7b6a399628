import { useTranslation } from 'react-i18next'
import type { LeavingView } from '../../../protocol/shift-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { keyCaps } from '../../state/shortcuts.ts'
import type { Leaving } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'

/** M4: the gate, with what is missing in the agent's words; it opens once nobody waits and each other one is decided. */
export function GateFoot({ leaving, view, onGo, onStay }: { leaving: Leaving; view: LeavingView; onGo: () => void; onStay: () => void }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const { blocks, items } = view
  const waiting = blocks.filter(({ code }) => code === 'waiting').length
  const said = waiting > 0 ? t('leaving.waiting', { count: waiting }) : blocks.length > 0 ? t('leaving.undecided', { count: blocks.length }) : items.length === 0 ? t('leaving.openEmpty') : t('leaving.open')
  const caps = keyCaps('Mod+Enter', mac).join(' ')
  return (
    <div className='flex items-center gap-3'>
      <div className='min-w-0 flex-1'>
        <p role='status' className={blocks.length > 0 ? (waiting > 0 ? 'text-late' : 'text-warn') : 'text-ok'}>{said}</p>
        {items.length > 0 && <Progress className='mt-1.5 max-w-60' label={said} done={items.length - blocks.length} total={items.length} />}
        <p className='mt-1 text-xs text-ink-3'>{t('leaving.keys', { go: caps })}{blocks.length > 0 && ` · ${t('leaving.askGo')}`}</p>
      </div>
      <Button look='quiet' onClick={onStay}>{t('common.close')}</Button>
      <Button look='brand' data-gate disabled={blocks.length > 0} className='disabled:opacity-50' onClick={onGo}>{t(`leaving.step.go.${leaving.kind}`)}</Button>
    </div>
  )
}
