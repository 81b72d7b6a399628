import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { KnowledgeCase, KnowledgeContent } from '../../../domain/entities/script.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Switch } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { knowledgeOf } from '../content.ts'
import { DraftBar } from '../draft/draft-bar.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { PictureFields } from '../pictures/picture-fields.tsx'
import { BodyField } from '../scripts/body-field.tsx'
import { KNOWN_SCENES, sceneWord } from '../scripts/scene-words.ts'
import { AudienceFields, CareFields, ValidFields } from '../scripts/shared-fields.tsx'
import { Area, Group, Select, Words } from '../ui/fields.tsx'
import { AutoRates } from './auto-rates.tsx'

/** One question with its solution, cases, usual mistakes, and whether the web chat answers it by itself. */
export function KnowledgeEditor({ item }: { item: StudioItem }) {
  const { t } = useTranslation()
  const now = useWriting('knowledge', item, knowledgeOf)
  const { content } = now
  const set = (change: Partial<KnowledgeContent>) => { now.write({ ...content, ...change }) }
  const setCase = (at: number, change: Partial<KnowledgeCase>) => { set({ cases: content.cases.map((one, index) => index === at ? { ...one, ...change } : one) }) }
  return (
    <>
      <DraftBar kind='knowledge' item={item} title={content.question} now={now} read={knowledgeOf} />
      <div className='min-h-0 flex-1 overflow-y-auto bg-panel'>
        <Group title={t('studio.group.text')}>
          <Field label={t('studio.field.question')} value={content.question} maxLength={200} autoFocus={content.question === ''} onChange={event => { set({ question: event.target.value }) }} />
          <BodyField label={t('studio.field.solution')} value={content.solution} language={content.language} onChange={solution => { set({ solution }) }} />
          <PictureFields ids={content.pictureIds} onChange={pictureIds => { set({ pictureIds }) }} />
        </Group>
        <Group title={t('studio.field.cases')} hint={t('studio.knowledge.casesHint')}>
          {content.cases.map((one, index) => (
            <div key={index} className='flex flex-col gap-2 rounded-lg border border-line p-3'>
              <div className='flex items-end gap-2'>
                <Field label={t('studio.knowledge.caseTitle')} className='flex-1' value={one.title} maxLength={120} onChange={event => { setCase(index, { title: event.target.value }) }} />
                <IconButton label={t('studio.knowledge.caseRemove')} className='size-9' onClick={() => { set({ cases: content.cases.filter((_, at) => at !== index) }) }}><Trash2 size={15} /></IconButton>
              </div>
              <Area label={t('studio.field.solution')} rows={3} max={4_000} value={one.solution} onChange={solution => { setCase(index, { solution }) }} />
              <PictureFields ids={one.pictureIds} onChange={pictureIds => { setCase(index, { pictureIds }) }} />
            </div>
          ))}
          {content.cases.length < 20 && <div><Button small onClick={() => { set({ cases: [...content.cases, { title: '', solution: '', pictureIds: [] }] }) }}><Plus size={14} aria-hidden='true' />{t('studio.knowledge.caseAdd')}</Button></div>}
        </Group>
        <Group title={t('studio.field.mistakes')}>
          <Area
            label={t('studio.knowledge.mistakesLines')} rows={3} max={8_000} value={content.mistakes.join('\n')} onChange={text => { set({ mistakes: text === '' ? [] : text.split('\n').slice(0, 20).map(line => line.slice(0, 400)) }) }}
            onLeave={() => { if (content.mistakes.some(line => line.trim() === '')) set({ mistakes: content.mistakes.filter(line => line.trim() !== '') }) }}
          />
        </Group>
        <Group title={t('studio.knowledge.autoTitle')}>
          <Switch label={t('studio.knowledge.autoOn')} hint={t('studio.knowledge.autoHint')} on={content.autoAnswer.on} onChange={on => { set({ autoAnswer: { ...content.autoAnswer, on } }) }} />
          <Words label={t('studio.knowledge.phrases')} values={content.autoAnswer.phrases} max={50} longest={80} onChange={phrases => { set({ autoAnswer: { ...content.autoAnswer, phrases } }) }} />
          {content.autoAnswer.on && content.autoAnswer.phrases.length === 0 && <p role='alert' className='text-sm text-warn'>{t('studio.knowledge.noPhrases')}</p>}
          {content.autoAnswer.on && <AutoRates id={item.id} />}
        </Group>
        <Group title={t('studio.group.place')}>
          <div className='grid grid-cols-2 gap-3'>
            <Select label={t('studio.field.scene')} value={content.scene} none={t('studio.none')} options={KNOWN_SCENES.map(value => ({ value, text: sceneWord(t, value) }))} onChange={scene => { set({ scene }) }} />
            <Select label={t('studio.field.language')} value={content.language} options={[{ value: 'zh' as const, text: t('companion.zh') }, { value: 'en' as const, text: t('companion.en') }]} onChange={language => { if (language) set({ language }) }} />
          </div>
          <Words label={t('studio.field.tags')} values={content.tags} max={30} longest={30} onChange={tags => { set({ tags }) }} />
        </Group>
        <Group title={t('studio.group.validity')} hint={t('studio.datesHint')}><ValidFields value={content} onChange={set} /></Group>
        <Group title={t('studio.group.audience')} hint={t('studio.audienceHint')}><AudienceFields value={content.audience} onChange={audience => { set({ audience }) }} /></Group>
        <CareFields value={content} onChange={set} />
      </div>
    </>
  )
}
