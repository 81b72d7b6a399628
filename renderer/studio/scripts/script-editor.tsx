import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { scriptOf } from '../content.ts'
import { DraftBar } from '../draft/draft-bar.tsx'
import { startNew, useWriting } from '../draft/use-writing.ts'
import { PictureFields } from '../pictures/picture-fields.tsx'
import { STAGES } from '../plain-content.ts'
import { Group, Select, Words } from '../ui/fields.tsx'
import { BodyField } from './body-field.tsx'
import { Preview } from './preview.tsx'
import type { ScriptRow } from './rows.ts'
import { KNOWN_SCENES, sceneWord } from './scene-words.ts'
import { AudienceFields, CareFields, ValidFields } from './shared-fields.tsx'
import { TwinEditor } from './twin-editor.tsx'

type Props = { item: StudioItem; all: ScriptRow[]; values: { scenes: string[]; campaigns: string[] } }

/** One script as it is written: every key is kept, and seen as a customer would. */
export function ScriptEditor({ item, all, values }: Props) {
  const { t } = useTranslation()
  const desk = useDesk()
  const now = useWriting('script', item, scriptOf)
  const { content } = now
  const [beside, setBeside] = useState(false)
  const set = (change: Partial<ScriptContent>) => { now.write({ ...content, ...change }) }
  const twin = all.find(row => row.item !== null && row.id !== item.id && (row.content.twinOf === item.id || row.id === content.twinOf))
  const scenes = [...new Set([...KNOWN_SCENES, ...values.scenes])]
  const openTwin = () => {
    if (!twin) {
      startNew(desk, 'script', { ...content, language: content.language === 'zh' ? 'en' : 'zh', twinOf: item.id, title: '', body: '', code: content.code === '' ? '' : `${content.code}-${content.language === 'zh' ? 'en' : 'zh'}`.slice(0, 30) })
    }
    setBeside(!beside || !twin)
  }
  return (
    <>
      <DraftBar kind='script' item={item} title={content.title} now={now} read={scriptOf} />
      <div className='min-h-0 flex-1 overflow-y-auto bg-panel'>
        <Group title={t('studio.group.text')}>
          <div className='grid grid-cols-[1fr_9rem] gap-3'>
            <Field label={t('studio.field.title')} value={content.title} maxLength={120} autoFocus={content.title === ''} onChange={event => { set({ title: event.target.value }) }} />
            <Field label={t('studio.field.code')} value={content.code} maxLength={30} onChange={event => { set({ code: event.target.value }) }} />
          </div>
          <div className={beside && twin?.item ? 'grid grid-cols-2 gap-4 max-[1180px]:grid-cols-1' : ''}>
            <BodyField value={content.body} language={content.language} onChange={body => { set({ body }) }} />
            {beside && twin?.item && <TwinEditor key={twin.id} item={twin.item} />}
          </div>
          <div><Button small aria-pressed={beside && twin !== undefined} onClick={openTwin}><Columns2 size={14} aria-hidden='true' />{twin ? t(beside ? 'studio.twin.hide' : 'studio.twin.show') : t(content.language === 'zh' ? 'studio.twin.toEn' : 'studio.twin.toZh')}</Button></div>
          <Preview body={content.body} language={content.language} />
        </Group>
        <Group title={t('studio.group.place')}>
          <div className='grid grid-cols-3 gap-3'>
            <Select label={t('studio.field.stage')} value={content.stage} options={STAGES.map(value => ({ value, text: t(`stage.${value}`) }))} onChange={stage => { if (stage) set({ stage }) }} />
            <Select label={t('studio.field.scene')} value={content.scene} none={t('studio.none')} options={scenes.map(value => ({ value, text: sceneWord(t, value) }))} onChange={scene => { set({ scene }) }} />
            <Select label={t('studio.field.language')} value={content.language} options={[{ value: 'zh' as const, text: t('companion.zh') }, { value: 'en' as const, text: t('companion.en') }]} onChange={language => { if (language) set({ language }) }} />
          </div>
          <Words label={t('studio.field.tags')} values={content.tags} max={30} longest={30} onChange={tags => { set({ tags }) }} />
          <PictureFields ids={content.pictureIds} onChange={pictureIds => { set({ pictureIds }) }} />
        </Group>
        <Group title={t('studio.group.dates')} hint={t('studio.datesHint')}>
          <ValidFields value={content} onChange={set}>
            <div>
              <Field label={t('studio.field.campaign')} value={content.campaign ?? ''} maxLength={60} list='studio-campaigns' onChange={event => { set({ campaign: event.target.value || null }) }} />
              <datalist id='studio-campaigns'>{values.campaigns.map(one => <option key={one} value={one} />)}</datalist>
            </div>
          </ValidFields>
        </Group>
        <Group title={t('studio.group.audience')} hint={t('studio.audienceHint')}><AudienceFields value={content.audience} onChange={audience => { set({ audience }) }} /></Group>
        <CareFields value={content} onChange={set} />
      </div>
    </>
  )
}
