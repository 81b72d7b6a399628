import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { isSupervisor } from '../../state/roles.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import type { ShortcutName } from '../../state/shortcuts.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyCap } from '../../ui/tag.tsx'

type Fixed = 'nth' | 'send' | 'newline' | 'slash' | 'insertMore' | 'sendScript' | 'nextVariable'
const groups: { name: 'go' | 'answer' | 'scripts' | 'desk'; keys: (ShortcutName | Fixed)[] }[] = [
  { name: 'go', keys: ['next', 'nth', 'search', 'companion'] },
  { name: 'answer', keys: ['send', 'newline', 'takeBack', 'note', 'picture', 'promise', 'close', 'transfer', 'talks', 'accept', 'decline', 'customerWrote', 'iAnswered'] },
  { name: 'scripts', keys: ['palette', 'slash', 'insertMore', 'sendScript', 'nextVariable', 'mend'] },
  { name: 'desk', keys: ['hangUp', 'leaving', 'notices', 'profile', 'duty', 'studio', 'newWindow', 'settings', 'lock', 'help'] },
]
const fixed: Record<Fixed, string> = { nth: 'Mod+1…9', send: 'Enter', newline: 'Shift+Enter', slash: '/', insertMore: 'Shift+Enter', sendScript: 'Alt+Enter', nextVariable: 'Tab' }

/** All keys on one page. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const keys = { ...acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}), ...fixed }
  const studio = useLive(isSupervisor)
  return (
    <Dialog title={t('shortcuts.title')} lead={t('shortcuts.hint')} width='wide' onClose={onClose}>
      <Button small look='quiet' className='mx-3 mt-2 self-start' onClick={() => { openDialog({ kind: 'guide' }) }}><BookOpen size={14} aria-hidden='true' />{t('guide.title')}</Button>
      <div className='grid grid-cols-2 gap-x-8 overflow-y-auto p-5 pt-4' tabIndex={0} role='region' aria-label={t('shortcuts.title')}>
        {groups.map(group => (
          <section key={group.name} className={group.name === 'answer' ? 'row-span-2' : ''}>
            <h3 className='mb-1 text-sm font-semibold text-ink-2'>{t(`shortcuts.groups.${group.name}`)}</h3>
            <dl className='mb-4'>
              {group.keys.filter(name => name !== 'studio' || studio).map(name => (
                <div key={name} className='flex h-8 items-center justify-between gap-4 border-b border-line last:border-0'>
                  <dt className='min-w-0 truncate'>{t(`shortcuts.${name}`)}</dt>
                  <dd className='flex shrink-0 gap-1'>
                    {keyCaps(keys[name], mac).map(part => <KeyCap key={part}>{part}</KeyCap>)}
                    {name === 'help' && <KeyCap>?</KeyCap>}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
