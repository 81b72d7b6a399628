import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Palette } from '../../palette/palette-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'

/** How many and how they were found, and the keys. */
export function PaletteFoot({ palette }: { palette: Palette }) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const changed = useLive(state => state.briefing?.changedScripts ?? 0)
  const again = keyCaps(acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}).palette, mac).join(' ')
  const alt = mac ? '⌥' : 'Alt'
  const keys = [['Enter', t('palette.keys.insert')], ['Shift Enter', t('palette.keys.more')], [`${alt} Enter`, t('palette.keys.send')], [again, t('palette.keys.tab')]] as const
  return (
    <div className='flex h-7 shrink-0 items-center gap-4 overflow-hidden border-t border-line px-3 text-xs whitespace-nowrap text-ink-3'>
      <Found palette={palette} />
      {changed > 0 && <span className='text-warn'>{t('palette.changedCount', { count: changed })}</span>}
      <span className='flex-1' />
      <span className='hidden gap-3 @[36rem]:flex'>{keys.map(([key, does]) => <span key={key}><kbd className='font-sans text-ink-2'>{key}</kbd> {does}</span>)}</span>
    </div>
  )
}

function Found({ palette }: { palette: Palette }) {
  const { t } = useTranslation()
  const how = useStore(palette.state, state => state.view?.how ?? null)
  const total = useStore(palette.state, state => state.view?.total ?? 0)
  return (
    <span role='status' className={how === 'near' ? 'text-warn' : ''}>
      {how === null ? t('palette.searching') : how === 'offered' ? t('palette.offered') : how === 'near' ? t('palette.near') : t('palette.found', { count: total })}
    </span>
  )
}
