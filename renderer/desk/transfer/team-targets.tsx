import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { TransferTo } from '../../../domain/entities/transfer.ts'
import { useLive } from '../../state/live-store.ts'

/** Teams or skills a customer can queue at: at once, and with the time they have waited already. */
export function TeamTargets({ kind, chosen, onChoose }: { kind: 'team' | 'skill'; chosen: TransferTo | null; onChoose: (to: TransferTo, name: string) => void }) {
  const { t } = useTranslation()
  const teams = useLive(state => state.team?.teams) ?? []
  const people = useLive(state => state.team?.people) ?? []
  const targets = kind === 'team'
    ? teams.map(team => ({ key: team.id, name: team.name, to: { kind: 'team', teamId: team.id } as const }))
    : [...new Set(people.flatMap(person => person.skills))].sort().map(skill => ({ key: skill, name: skill, to: { kind: 'skill', skill } as const }))
  const at = chosen?.kind === 'team' ? chosen.teamId : chosen?.kind === 'skill' ? chosen.skill : null
  if (targets.length === 0) return <p className='py-3 text-center text-ink-2'>{t(kind === 'team' ? 'transfer.noTeams' : 'transfer.noSkills')}</p>
  return (
    <fieldset className='max-h-64 overflow-y-auto rounded-lg border border-line'>
      <legend className='sr-only'>{t(`transfer.${kind}`)}</legend>
      {targets.map(({ key, name, to }) => (
        <label key={key} className={clsx('flex items-center gap-3 border-b border-line px-3 py-2 last:border-0', at === key ? 'bg-brand-soft' : 'hover:bg-hover')}>
          <input type='radio' name='target' className='size-4 shrink-0 accent-brand' checked={at === key} onChange={() => { onChoose(to, name) }} />
          <span className='min-w-0 flex-1'><span className='block truncate'>{name}</span><span className='block text-xs text-ink-2'>{t(kind === 'team' ? 'transfer.teamTo' : 'transfer.skillTo')}</span></span>
        </label>
      ))}
    </fieldset>
  )
}
