import { useEffect, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteKey } from '../../../protocol/shell.ts'
import { useDesk } from '../../state/desk-context.ts'
import { acceleratorOf, acceleratorsOf, keyCaps, mayBeChosen, SHORTCUT_NAMES } from '../../state/shortcuts.ts'
import { Button } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/tag.tsx'

/** The key that calls up the palette over any program: chosen, switched off, and said when another program holds it. */
export function PaletteKeyRow({ used }: { used: Record<string, string> }) {
  const { t } = useTranslation()
  const { shell, mac } = useDesk()
  const [key, setKey] = useState<PaletteKey | null>(null)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => { void shell.paletteKey().then(setKey) }, [shell])
  if (!key) return null

  const choose = (accelerator: string | null) => {
    setAsking(false)
    setProblem(null)
    void shell.setPaletteKey(accelerator).then(setKey)
  }
  const press = (event: KeyboardEvent) => {
    if (!asking) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(false)
    const chosen = acceleratorOf(event, mac)
    if (chosen === null) return
    const keys = acceleratorsOf(used)
    const other = SHORTCUT_NAMES.find(name => keys[name] === chosen)
    if (other) setProblem(t('settings.taken', { other: t(`shortcuts.${other}`) }))
    else if (mayBeChosen(chosen)) choose(chosen)
    else setProblem(t('settings.needsModifier'))
  }
  const off = key.state === 'off'
  const said = problem ?? (key.state === 'taken' ? t('everywhere.taken') : key.state === 'unusable' ? t('everywhere.unusable') : null)

  return (
    <div className='py-1'>
      <div className='flex min-h-9 items-center gap-3'>
        <span className='min-w-0 flex-1'>
          {t('everywhere.key')}
          <span className='block text-xs text-ink-2'>{t('everywhere.keyHint')}</span>
        </span>
        <Button small look='quiet' onClick={() => { choose(off ? key.accelerator : null) }}>{off ? t('everywhere.switchOn') : t('everywhere.switchOff')}</Button>
        <button
          type='button' onKeyDown={press} onBlur={() => { setAsking(false) }} onClick={() => { setAsking(true) }} title={t('everywhere.change')}
          className='flex h-7 min-w-24 items-center justify-end gap-1 rounded-md px-1 hover:bg-hover'
        >
          <span className='sr-only'>{t('everywhere.change')}</span>
          {asking ? <span className='text-xs text-brand'>{t('everywhere.press')}</span>
            : off ? <span className='text-sm text-ink-2'>{t('everywhere.off')}</span>
              : keyCaps(key.accelerator, mac).map(part => <KeyCap key={part}>{part}</KeyCap>)}
        </button>
      </div>
      {said && <p role='alert' className='pb-1 text-sm text-late'>{said}</p>}
    </div>
  )
}
