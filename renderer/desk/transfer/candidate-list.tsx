import { clsx } from 'clsx'
import { WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TransferCandidate } from '../../../protocol/shift-views.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { presenceIcons } from '../top/presence-icons.ts'

/** Colleagues, best first, with why they are proposed or which rule forbids it (M5, M7); arrows choose. */
export function CandidateList({ candidates, overrule, chosen, onChoose }: {
  candidates: readonly TransferCandidate[]; overrule: boolean; chosen: string | null; onChoose: (one: TransferCandidate) => void
}) {
  const { t } = useTranslation()
  if (candidates.length === 0) return <p className='py-3 text-center text-ink-2'>{t('transfer.none')}</p>
  return (
    <fieldset className='max-h-64 overflow-y-auto rounded-lg border border-line'>
      <legend className='sr-only'>{t('transfer.agent')}</legend>
      {candidates.map((one, index) => {
        const barred = one.refused !== null && !overrule
        const Icon = one.reachable ? presenceIcons[one.state] : WifiOff
        return (
          <label
            key={one.personId} data-candidate={one.personId}
            className={clsx('flex items-center gap-3 border-b border-line px-3 py-2 last:border-0', chosen === one.personId ? 'bg-brand-soft' : !barred && 'hover:bg-hover')}
          >
            <input
              type='radio' name='candidate' className='size-4 shrink-0 accent-brand' checked={chosen === one.personId} disabled={barred} autoFocus={index === 0 && !barred}
              onChange={() => { onChoose(one) }}
            />
            <Avatar name={one.name} size='row' />
            <span className='min-w-0 flex-1'>
              <span className={clsx('block truncate', barred && 'text-ink-2')}>{one.name}</span>
              <span className='flex items-center gap-1.5 text-xs text-ink-2'>
                <Icon size={12} aria-hidden='true' />{one.reachable ? t(`presence.${one.state}`) : t('transfer.unreachable')} · {t('transfer.load', { load: one.load, limit: one.limit })}
              </span>
            </span>
            {one.refused ? <Tag tone='warn'>{/^M/.test(one.refused) && `${one.refused} · `}{t(`transfer.refused.${one.refused}`)}</Tag> : one.why !== 'none' && <Tag tone='brand'>{t(`transfer.why.${one.why}`)}</Tag>}
          </label>
        )
      })}
    </fieldset>
  )
}
