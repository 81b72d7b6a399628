import { ChevronDown, Lock, LogOut, Replace, WifiOff } from 'lucide-react'
import { clsx } from 'clsx'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import type { PresenceState } from '../../../domain/entities/people.ts'
import { PRESENCE_STATES } from '../../../domain/entities/plain-lists.ts'
import { useDesk } from '../../state/desk-context.ts'
import type { Desk } from '../../state/desk-context.ts'
import { comeBack, leaveOrClear, mealUntil } from '../../state/leaving.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog } from '../../state/window-store.ts'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/floating.tsx'
import { presenceIcons } from './presence-icons.ts'
import { PresenceWhy } from './presence-why.tsx'

/** My state as colleagues and the router see it; lock, change of agent and sign-out beside it. */
export function PresenceMenu() {
  const { t } = useTranslation()
  const desk = useDesk()
  const mine = useLive(state => state.team?.mine ?? null)
  const name = useLive(state => state.session?.me?.name ?? '')
  const state = mine?.state ?? 'off_duty'
  const Icon = mine?.reachable === false ? WifiOff : presenceIcons[state]
  const calm = state === 'online' && mine?.reachable !== false
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
      <p className='px-2.5 pt-1.5 pb-0.5 text-sm'>{name}</p>
      {mine && <PresenceWhy mine={mine} />}
      <DropdownMenu.RadioGroup
        value={state}
        onValueChange={next => {
          const chosen = PRESENCE_STATES.find(known => known === next)
          if (chosen) choose(desk, chosen)
        }}
      >
        {PRESENCE_STATES.map(option => {
          const OptionIcon = presenceIcons[option]
          return (
            <MenuChoice key={option} value={option} hint={t(`presence.hint.${option}`)} mark={<OptionIcon size={15} className={option === 'online' ? 'text-brand' : 'text-ink-2'} />}>
              {t(`presence.${option}`)}
            </MenuChoice>
          )
        })}
      </DropdownMenu.RadioGroup>
      <MenuLine />
      <MenuItem icon={<Lock size={15} />} onSelect={() => { void desk.actions.lock() }}>{t('presence.lock')}</MenuItem>
      <MenuItem icon={<Replace size={15} />} onSelect={() => { openDialog({ kind: 'signOut' }) }}>{t('presence.switch')}</MenuItem>
      <MenuItem icon={<LogOut size={15} />} onSelect={() => { openDialog({ kind: 'signOut' }) }}>{t('presence.signOut')}</MenuItem>
    </Menu>
  )
}

/** M3, M10, H1, H5: whoever leaves settles their customers first; the other states are taken at once. */
function choose(desk: Desk, state: PresenceState): void {
  if (state === 'away') openDialog({ kind: 'away' })
  else if (state === 'meal') void leaveOrClear(desk, { kind: 'meal', reason: null, untilMs: mealUntil() })
  else if (state === 'handover' || state === 'off_duty') void leaveOrClear(desk, { kind: 'shift_end', reason: null, untilMs: null })
  else if (state === 'online') void comeBack(desk)
  else void desk.actions.done(desk.client.call('presence.set', { state, reason: null }))
}
