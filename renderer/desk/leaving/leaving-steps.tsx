import { Check } from 'lucide-react'
import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { LeavingView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import type { Leaving } from '../../state/window-store.ts'

/** M3, M9, M10: hung up, cleared, auto-reply, gone; where the agent stands on the way. */
export function LeavingSteps({ leaving, view }: { leaving: Leaving; view: LeavingView }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const days = useDays()
  const mine = useLive(state => state.team?.mine ?? null)
  const hung = mine !== null && mine.state !== 'online'
  const cleared = view.blocks.length === 0
  const hands = leaving.kind === 'shift_end' || leaving.kind === 'meeting'
  const steps = [
    { name: t('leaving.step.hung'), done: hung, hint: hung ? t('leaving.hungSince', { time: days.time(mine.sinceMs) }) : t('leaving.hungNot') },
    { name: t('leaving.step.clear'), done: cleared, hint: cleared ? t('leaving.clearDone') : t('leaving.clearLeft', { total: view.items.length, left: view.blocks.length }) },
    { name: t('leaving.step.auto'), done: false, hint: leaving.untilMs === null ? t('leaving.autoHint') : t('leaving.autoBack', { time: days.time(leaving.untilMs) }) },
    { name: t(`leaving.step.go.${leaving.kind}`), done: false, hint: t(hands ? 'leaving.handHint' : 'leaving.goHint') },
  ]
  const now = steps.findIndex(step => !step.done)
  return (
    <ol className='mt-3 grid grid-cols-4 gap-3'>
      {steps.map((step, index) => (
        <li key={step.name} aria-current={index === now ? 'step' : undefined} className='flex min-w-0 items-start gap-2.5'>
          <span
            className={clsx('grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular-nums',
              step.done ? 'border-ok text-ok' : index === now ? 'border-brand bg-brand text-on-brand' : 'border-line-strong text-ink-2')}
          >
            {step.done ? <Check size={14} aria-hidden='true' /> : index + 1}
          </span>
          <div className='min-w-0'>
            <p className={clsx('truncate', index === now && 'font-medium')}>{step.name}</p>
            <p className='text-xs text-ink-2'>{step.hint}</p>
            {index === 0 && !hung && (
              <button type='button' className='text-xs font-medium text-brand hover:underline' onClick={() => { void actions.done(client.call('presence.set', { state: 'hung_up', reason: null })) }}>
                {t('leaving.hangUp')}
              </button>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
