import { clsx } from 'clsx'
import { GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useAbilityName } from '../ability-name.ts'

/** One person of a batch with what only some can do. @param needed nobody else could do it while they eat */
export function EaterChip({ person, editable, needed, onStep }: { person: RosterView['people'][number]; editable: boolean; needed: boolean; onStep: (by: -1 | 1) => void }) {
  const { t } = useTranslation()
  const ability = useAbilityName()
  const { personId, name, skills, languages } = person
  const does = [...languages.map(language => ability('language', language)), ...skills]
  const content = (
    <>
      {editable && <GripVertical size={13} aria-hidden='true' className='shrink-0 text-ink-3' />}
      <span className='shrink-0'>{name}</span>
      <span className='min-w-0 flex-1 truncate text-right text-xs text-ink-2' title={does.join(' · ')}>{does.join(' · ')}</span>
    </>
  )
  const look = clsx('flex h-8 w-full items-center gap-1.5 rounded-md border px-2 text-left', needed ? 'border-late bg-late-soft' : 'border-line bg-raised')
  if (!editable) return <div role='listitem' className={look}>{content}</div>
  return (
    <div role='listitem' className='contents'>
      <button
        type='button' data-eater={personId} draggable title={t('crew.plan.keys')} className={clsx(look, 'hover:border-line-strong')}
        onDragStart={event => {
          event.dataTransfer.setData('text/plain', personId)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onKeyDown={event => {
          const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
          if (by === null) return
          event.preventDefault()
          onStep(by)
        }}
      >
        {content}
      </button>
    </div>
  )
}
