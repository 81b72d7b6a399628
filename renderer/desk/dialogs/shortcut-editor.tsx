import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { isSupervisor } from '../../state/roles.ts'
import { acceleratorOf, acceleratorsOf, keyCaps, mayBeChosen, SHORTCUT_NAMES, SHORTCUTS } from '../../state/shortcuts.ts'
import type { ShortcutName } from '../../state/shortcuts.ts'
import { IconButton } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/tag.tsx'

/** Each action with its keys: a click, then the new keys. The same keys twice are not taken. */
export function ShortcutEditor({ changed, onChange }: { changed: Record<string, string>; onChange: (changed: Record<string, string>) => void }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const [asking, setAsking] = useState<ShortcutName | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const keys = acceleratorsOf(changed)
  const studio = useLive(isSupervisor)

  const press = (event: KeyboardEvent, name: ShortcutName) => {
    if (asking !== name) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setAsking(null)
      return
    }
    const chosen = acceleratorOf(event, mac)
    if (chosen === null) return
    const other = SHORTCUT_NAMES.find(one => one !== name && keys[one] === chosen)
    if (other) setProblem(t('settings.taken', { other: t(`shortcuts.${other}`) }))
    else if (!mayBeChosen(chosen) || /^Mod\+[1-9]$/.test(chosen)) setProblem(t('settings.needsModifier'))
    else {
      setProblem(null)
      setAsking(null)
      onChange({ ...changed, [name]: chosen })
    }
  }
  const reset = (name: ShortcutName) => {
    onChange(Object.fromEntries(Object.entries(changed).filter(([key]) => key !== name)))
  }

  return (
    <ul>
      {SHORTCUT_NAMES.filter(name => name !== 'studio' || studio).map(name => (
        <li key={name} className='flex h-8 items-center gap-2'>
          <span className='min-w-0 flex-1 truncate'>{t(`shortcuts.${name}`)}</span>
          {asking === name && problem && <span role='alert' className='text-xs text-late'>{problem}</span>}
          {keys[name] !== SHORTCUTS[name] && <IconButton label={t('settings.reset')} onClick={() => { reset(name) }}><RotateCcw size={13} /></IconButton>}
          <button
            type='button' onKeyDown={event => { press(event, name) }} onBlur={() => { setAsking(null) }} title={t('settings.change')}
            onClick={() => {
              setAsking(name)
              setProblem(null)
            }}
            className='flex h-7 min-w-24 items-center justify-end gap-1 rounded-md px-1 hover:bg-hover'
          >
            <span className='sr-only'>{t('settings.change')} {t(`shortcuts.${name}`)}</span>
            {asking === name ? <span className='text-xs text-brand'>{t('settings.press')}</span> : keyCaps(keys[name], mac).map(part => <KeyCap key={part}>{part}</KeyCap>)}
          </button>
        </li>
      ))}
    </ul>
  )
}
