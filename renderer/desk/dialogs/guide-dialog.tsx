import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import type { ShortcutName } from '../../state/shortcuts.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyCap } from '../../ui/tag.tsx'

const STEPS = ['online', 'next', 'send', 'note', 'promise', 'search', 'companion', 'close', 'transfer', 'leave', 'offline'] as const
const KEY_OF: Partial<Record<typeof STEPS[number], ShortcutName>> = {
  next: 'next', send: 'takeBack', note: 'note', promise: 'promise', search: 'search', companion: 'companion', close: 'close', transfer: 'transfer', leave: 'leaving',
}

/** What a new agent needs, in the order of a day, with the keys as they are set now. */
export function GuideDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const keys = acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {})
  return (
    <Dialog title={t('guide.title')} lead={t('guide.lead')} width='wide' onClose={onClose}>
      <ol className='overflow-y-auto p-5 pt-3' tabIndex={0} aria-label={t('guide.title')}>
        {STEPS.map((step, index) => {
          const key = KEY_OF[step]
          return (
            <li key={step} className='flex gap-3 border-b border-line py-2.5 last:border-0'>
              <span className='grid size-6 shrink-0 place-items-center rounded-full bg-brand-soft text-xs font-semibold text-brand tabular-nums' aria-hidden='true'>{index + 1}</span>
              <div className='min-w-0 flex-1'>
                <p className='font-medium'>{t(`guide.${step}.name`)}</p>
                <p className='text-sm text-ink-2'>{t(`guide.${step}.text`)}</p>
              </div>
              {key && <span className='flex shrink-0 gap-1'>{keyCaps(keys[key], mac).map(part => <KeyCap key={part}>{part}</KeyCap>)}</span>}
            </li>
          )
        })}
      </ol>
      <div className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={() => { openDialog({ kind: 'shortcuts' }) }}>{t('shortcuts.title')}</Button>
        <Button look='brand' onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  )
}
