import { clsx } from 'clsx'
import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ScriptStage } from '../../domain/entities/script.ts'
import { sceneWord } from '../studio/scripts/scene-words.ts'
import { Menu, MenuChoice } from '../ui/floating.tsx'
import type { Palette } from './palette-store.ts'
import type { PaletteRange, PaletteTab } from './use-palette.ts'

const TABS: readonly PaletteTab[] = ['scripts', 'knowledge']
const STAGES: readonly ScriptStage[] = [
  'opening', 'care', 'waiting', 'look_up', 'transfer', 'recommendation', 'order_check', 'reminder', 'closing', 'apology', 'complaint', 'after_sale', 'meal',
  'handover_give', 'handover_take', 'left_message',
]
const ALL = '*'

/** Scripts or knowledge; of which stage and scene. */
export function PaletteFilter({ palette, range, setRange }: { palette: Palette; range: PaletteRange; setRange: (range: PaletteRange) => void }) {
  const { t } = useTranslation()
  const scenes = useStore(palette.state, state => state.view?.scenes)
  const shownScenes = scenes ?? []
  const sceneName = range.scene === null ? t('palette.allScenes') : sceneWord(t, range.scene)
  return (
    <div className='flex min-w-0 shrink-0 items-center gap-1.5'>
      <div role='tablist' aria-label={t('palette.title')} className='flex rounded-md border border-line bg-bg p-0.5'>
        {TABS.map(tab => (
          <button
            key={tab} type='button' role='tab' aria-selected={range.tab === tab} onClick={() => { setRange({ ...range, tab, stage: null, scene: null }) }}
            className={clsx('h-6 rounded-sm px-2 text-sm', range.tab === tab ? 'bg-panel font-medium text-brand shadow-[0_0_0_1px_var(--line)]' : 'text-ink-2 hover:text-ink')}
          >
            {t(`palette.tab.${tab}`)}
          </button>
        ))}
      </div>
      {range.tab === 'scripts' && (
        <Choice
          name={range.stage === null ? t('palette.allStages') : t(`stage.${range.stage}`)} chosen={range.stage ?? ALL} label={t('palette.stageFilter', { name: range.stage === null ? t('palette.allStages') : t(`stage.${range.stage}`) })}
          options={[[ALL, t('palette.allStages')], ...STAGES.map((stage): [string, string] => [stage, t(`stage.${stage}`)])]}
          onChoose={value => { setRange({ ...range, stage: STAGES.find(stage => stage === value) ?? null }) }}
        />
      )}
      {(shownScenes.length > 0 || range.scene !== null) && (
        <Choice
          name={sceneName} chosen={range.scene ?? ALL} label={t('palette.sceneFilter', { name: sceneName })}
          options={[[ALL, t('palette.allScenes')], ...shownScenes.map((scene): [string, string] => [scene, sceneWord(t, scene)])]}
          onChoose={value => { setRange({ ...range, scene: value === ALL ? null : value }) }}
        />
      )}
    </div>
  )
}

function Choice({ name, label, chosen, options, onChoose }: { name: string; label: string; chosen: string; options: [string, string][]; onChoose: (value: string) => void }) {
  return (
    <Menu
      align='end'
      trigger={
        <button
          type='button' aria-label={label}
          className={clsx('flex h-7 max-w-22 min-w-0 items-center @[36rem]:max-w-32 gap-1 rounded-md border border-line px-2 text-sm hover:bg-hover', chosen === ALL ? 'text-ink-2' : 'bg-brand-soft font-medium text-brand')}
        >
          <span className='truncate'>{name}</span><ChevronDown size={13} className='shrink-0' aria-hidden='true' />
        </button>
      }
    >
      <div className='max-h-[min(20rem,var(--radix-dropdown-menu-content-available-height))] overflow-y-auto'>
        <DropdownMenu.RadioGroup value={chosen} onValueChange={onChoose}>
          {options.map(([value, text]) => <MenuChoice key={value} value={value} mark={value === chosen ? <Check size={14} className='text-brand' /> : null}>{text}</MenuChoice>)}
        </DropdownMenu.RadioGroup>
      </div>
    </Menu>
  )
}
