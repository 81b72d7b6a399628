import { useTranslation } from 'react-i18next'
import { useDesk } from '../state/desk-context.ts'
import { keyCaps } from '../state/shortcuts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { KeyCap } from '../ui/tag.tsx'

const STEPS = ['write', 'review', 'release', 'back', 'many', 'together', 'offline'] as const
const KEYS = [['new', 'Alt+N'], ['search', '/'], ['mark', 'Space'], ['all', 'Mod+A'], ['next', 'Mod+Enter'], ['page', 'Mod+1…9'], ['leave', 'Mod+Shift+S']] as const

/** How the studio works, on half a page. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  return (
    <Dialog title={t('studio.help.title')} width='wide' onClose={onClose}>
      <div className='grid min-h-0 flex-1 grid-cols-[1fr_15rem] gap-8 overflow-y-auto p-5 pt-3' tabIndex={0} role='group' aria-label={t('studio.help.title')}>
        <dl className='flex flex-col gap-3'>
          {STEPS.map(step => (
            <div key={step}>
              <dt className='font-medium'>{t(`studio.help.${step}.name`)}</dt>
              <dd className='text-sm text-ink-2'>{t(`studio.help.${step}.text`)}</dd>
            </div>
          ))}
        </dl>
        <dl>
          {KEYS.map(([name, keys]) => (
            <div key={name} className='flex h-8 items-center justify-between gap-3 border-b border-line last:border-0'>
              <dt className='min-w-0 truncate text-sm'>{t(`studio.help.key.${name}`)}</dt>
              <dd className='flex shrink-0 gap-1'>{keyCaps(keys, mac).map(part => <KeyCap key={part}>{part}</KeyCap>)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  )
}
