import { ChevronDown, CircleDot, CirclePause, Coffee, GraduationCap, Lock, LogOut, Moon, Replace, Users, UtensilsCrossed } from 'lucide-react'
import { clsx } from 'clsx'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { PRESENCE_STATES } from '../../../domain/entities/plain-lists.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/floating.tsx'

const icons = {
  online: CircleDot, hung_up: CirclePause, meal: UtensilsCrossed, handover: Users, training: GraduationCap, away: Coffee, off_duty: Moon,
} as const

/** My state as colleagues and the router see it; lock, change of agent and sign-out beside it. */
export function PresenceMenu() {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const mine = useLive(state => state.team?.mine ?? null)
  const name = useLive(state => state.session?.me?.name ?? '')
  const state = mine?.state ?? 'off_duty'
  const Icon = icons[state]
  const calm = state === 'online'
  return (
    <Menu
      trigger={
        <button
          type='button' aria-label={t('presence.label', { state: t(`presence.${state}`) })}
          className={clsx('flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 font-medium', calm ? 'bg-brand-soft text-brand' : 'bg-warn-soft text-warn')}
        >
          <Icon size={15} aria-hidden='true' />
          {t(`presence.${state}`)}
          <ChevronDown size={14} aria-hidden='true' />
        </button>
      }
    >
      <p className='px-2.5 pt-1.5 pb-1 text-sm text-ink-2'>{name}</p>
      <DropdownMenu.RadioGroup
        value={state}
        onValueChange={next => {
          const chosen = PRESENCE_STATES.find(known => known === next)
          if (chosen) void actions.done(client.call('presence.set', { state: chosen, reason: null }))
        }}
      >
        {PRESENCE_STATES.map(option => {
          const OptionIcon = icons[option]
          return (
            <MenuChoice key={option} value={option} hint={t(`presence.hint.${option}`)} mark={<OptionIcon size={15} className={option === 'online' ? 'text-brand' : 'text-ink-2'} />}>
              {t(`presence.${option}`)}
            </MenuChoice>
          )
        })}
      </DropdownMenu.RadioGroup>
      <MenuLine />
      <MenuItem icon={<Lock size={15} />} onSelect={() => { void actions.lock() }}>{t('presence.lock')}</MenuItem>
      <MenuItem icon={<Replace size={15} />} onSelect={() => { openDialog({ kind: 'signOut' }) }}>{t('presence.switch')}</MenuItem>
      <MenuItem icon={<LogOut size={15} />} onSelect={() => { openDialog({ kind: 'signOut' }) }}>{t('presence.signOut')}</MenuItem>
    </Menu>
  )
}
