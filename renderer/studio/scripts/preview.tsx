import { useTranslation } from 'react-i18next'
import type { Language } from '../../../domain/entities/scalars.ts'
import { fillBody, VARIABLES } from '../../../domain/scripts/variables.ts'
import type { VariableValues } from '../../../domain/scripts/variables.ts'
import { Marked } from '../../palette/marked.tsx'

const examples = (language: Language): VariableValues => Object.fromEntries(VARIABLES.map(one => [one.name, one.example[language]]))
const only = (language: Language, groups: readonly string[]): VariableValues =>
  Object.fromEntries(VARIABLES.filter(({ group }) => groups.includes(group)).map(one => [one.name, one.example[language]]))

/** Three customers of whom more and less is known. */
const SAMPLES = [
  { name: 'known', values: examples },
  { name: 'noOrder', values: (language: Language) => only(language, ['customer', 'agent', 'shop', 'time']) },
  { name: 'unknown', values: (language: Language) => only(language, ['agent', 'shop', 'time']) },
] as const

/** How the script reads for three customers; what an agent would have to fill is marked. */
export function Preview({ body, language }: { body: string; language: Language }) {
  const { t } = useTranslation()
  if (body.trim() === '') return null
  return (
    <div className='grid grid-cols-3 gap-3 max-[1180px]:grid-cols-1' role='group' aria-label={t('studio.preview.title')}>
      {SAMPLES.map(({ name, values }) => {
        const { text, filled, open } = fillBody(body, values(language))
        return (
          <div key={name} className='min-w-0 rounded-lg border border-line bg-bg p-3'>
            <p className='mb-1.5 text-xs text-ink-2'>{t(`studio.preview.${name}`)}</p>
            <p className='selectable rounded-lg border border-bubble-own-line bg-bubble-own px-3 py-2 leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap'>
              <Marked text={text} marks={[]} filled={filled} open={open} />
            </p>
          </div>
        )
      })}
    </div>
  )
}
