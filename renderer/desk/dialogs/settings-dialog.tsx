import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskSettings } from '../../../protocol/settings.ts'
import { playAlert } from '../../edge/sound.ts'
import { percentText } from '../../format/day-text.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Segments, Switch } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Busy } from '../../ui/states.tsx'
import { PaletteKeyRow } from './palette-key-row.tsx'
import { ShortcutEditor } from './shortcut-editor.tsx'

const TAKE_BACK = [0, 3, 5, 10]
const LOCK = [0, 5, 15, 30, 60]

/** What the agent chooses; every change counts at once and stays on this machine. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const { client, actions, info } = useDesk()
  const settings = useLive(state => state.settings)
  const save = (change: Partial<DeskSettings>) => { void actions.done(client.call('settings.save', change)) }
  if (!settings) return <Dialog title={t('settings.title')} onClose={onClose}><Busy text={t('common.loading')} /></Dialog>
  const choice = <T extends string>(...values: T[]) => values.map(value => ({ value, text: t(`settings.${value}` as 'settings.system') }))
  return (
    <Dialog title={t('settings.title')} width='wide' onClose={onClose}>
      <div className='overflow-y-auto p-5 pt-3' tabIndex={0} role='group' aria-label={t('settings.title')}>
        <Group title={t('settings.look')}>
          <Segments label={t('settings.theme')} value={settings.theme} options={choice('system', 'light', 'dark', 'contrast')} onChange={theme => { save({ theme }) }} />
          <Segments label={t('settings.language')} value={settings.language} options={choice('system', 'zh', 'en')} onChange={language => { save({ language }) }} />
          <Segments label={t('settings.textSize')} value={settings.textSize} options={choice('small', 'normal', 'large')} onChange={textSize => { save({ textSize }) }} />
          <Switch label={t('settings.sidebar')} on={settings.sidebarOpen} onChange={sidebarOpen => { save({ sidebarOpen }) }} />
        </Group>
        <Group title={t('settings.alert')}>
          <Switch label={t('settings.sound')} hint={t('settings.soundHint')} on={settings.sound} onChange={sound => { save({ sound }) }} />
          <label className='flex min-h-9 items-center gap-3'>
            <span className='flex-1'>{t('settings.volume')}</span>
            <span className='text-sm text-ink-2 tabular-nums'>{percentText(settings.volume, i18n.language)}</span>
            <input
              type='range' min={0} max={100} step={5} value={Math.round(settings.volume * 100)} className='w-40 accent-brand'
              onChange={event => { save({ volume: Number(event.target.value) / 100 }) }}
            />
            <IconButton label={t('settings.try')} onClick={() => { playAlert(settings.volume, false) }}><Play size={15} /></IconButton>
          </label>
          <Switch label={t('settings.quiet')} hint={t('settings.quietHint')} on={settings.quiet} onChange={quiet => { save({ quiet }) }} />
        </Group>
        <Group title={t('settings.work')}>
          <Segments
            label={t('settings.takeBack')} value={String(settings.takeBackSec)} onChange={value => { save({ takeBackSec: Number(value) }) }}
            options={TAKE_BACK.map(count => ({ value: String(count), text: count === 0 ? t('settings.takeBackOff') : t('settings.takeBackSec', { count }) }))}
          />
          <Switch label={t('settings.apology')} on={settings.offerApology} onChange={offerApology => { save({ offerApology }) }} />
        </Group>
        <Group title={t('settings.privacy')}>
          <Segments
            label={t('settings.lock')} value={String(settings.lockAfterMin)} onChange={value => { save({ lockAfterMin: Number(value) }) }}
            options={LOCK.map(count => ({ value: String(count), text: count === 0 ? t('settings.lockOff') : t('settings.lockMin', { count }) }))}
          />
          <p className='flex min-h-9 items-center justify-between gap-4'>
            <span>{t('settings.secret')}</span>
            <span className='text-sm text-ink-2'>{info.secretStore === 'os' ? t('settings.secretOs') : info.secretStore === 'basic_text' ? t('settings.secretBasic') : t('settings.secretNone')}</span>
          </p>
        </Group>
        <Group title={t('settings.shortcuts')}>
          <PaletteKeyRow used={settings.shortcuts} />
          <ShortcutEditor changed={settings.shortcuts} onChange={shortcuts => { save({ shortcuts }) }} />
        </Group>
        <Button small className='mb-3' onClick={() => { openDialog({ kind: 'guide' }) }}>{t('guide.title')}</Button>
        <p className='text-xs text-ink-3'>{t('settings.about', { version: info.appVersion })}</p>
      </div>
    </Dialog>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className='mb-5'>
      <h3 className='mb-1 text-sm font-semibold text-ink-2'>{title}</h3>
      <div className='divide-y divide-line rounded-lg border border-line px-4 py-1 *:py-0.5'>{children}</div>
    </section>
  )
}
