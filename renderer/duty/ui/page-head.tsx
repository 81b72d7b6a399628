import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Select } from '../../studio/ui/fields.tsx'
import { chooseTeam } from '../duty-store.ts'
import { useDutyTeam, useMyTeams } from '../use-team.ts'

/** The head of a page of the shift: its name, the team when there are several, what can be done. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const teams = useMyTeams()
  const team = useDutyTeam()
  return (
    <header className='flex min-h-12 flex-wrap items-center gap-2 border-b border-line bg-panel px-4 py-2'>
      <h2 className='text-lg font-semibold whitespace-nowrap'>{title}</h2>
      {teams.length > 1 && team && (
        <Select
          label={t('crew.team')} hideLabel className='w-32 shrink-0' value={team.id} options={teams.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={id => { if (id) chooseTeam(id) }}
        />
      )}
      {children}
    </header>
  )
}
