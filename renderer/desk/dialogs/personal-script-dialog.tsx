import { useId, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteHit } from '../../../protocol/script-views.ts'
import { composing } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, inputLook } from '../../ui/field.tsx'
import { contentOf } from '../composer/personal-scripts.ts'

const EXAMPLE = '{{customer.name|…}}'

/** The agent's own script: made out of what stands in the reply, or changed. */
export function PersonalScriptDialog({ script, conversationId, onClose }: { script: PaletteHit | null; conversationId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const bodyId = useId()
  const inLanguage = useLive(state => state.threads[conversationId]?.conversation.language)
  const [content, setContent] = useState(() => script ? contentOf(script) : {
    scriptId: null, code: '', stage: 'care' as const, scene: null, title: '', body: composing(conversationId).text.trim(), language: inLanguage ?? 'zh', tags: [], pictureIds: [],
  })
  const [asked, setAsked] = useState(false)
  const { title, code, body, language } = content
  const missing = title.trim() === '' || code.trim() === '' || body.trim() === ''

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing) return
    if (!await actions.done(client.call('script.personalPut', { ...content, title: title.trim(), code: code.trim(), body: body.trim() }))) return
    toast(t('palette.saved'))
    onClose()
  }
  return (
    <Dialog title={script ? t('personalScript.titleEdit') : t('personalScript.titleNew')} lead={t('personalScript.lead')} onClose={onClose}>
      <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3 overflow-y-auto p-5 pt-3'>
        <div className='flex gap-3'>
          <Field className='flex-1' label={t('personalScript.name')} value={title} maxLength={120} autoFocus onChange={event => { setContent({ ...content, title: event.target.value }) }} />
          <Field className='w-40' label={t('personalScript.code')} value={code} maxLength={30} placeholder={t('personalScript.codeHint')} onChange={event => { setContent({ ...content, code: event.target.value }) }} />
        </div>
        <div>
          <label htmlFor={bodyId} className='mb-1 block text-sm text-ink-2'>{t('personalScript.body')}</label>
          <textarea
            id={bodyId} value={body} rows={5} maxLength={4_000} className={`${inputLook} h-auto resize-y py-2 leading-relaxed`} aria-describedby={`${bodyId}-hint`}
            onChange={event => { setContent({ ...content, body: event.target.value }) }}
          />
          <p id={`${bodyId}-hint`} className='mt-1 text-xs text-ink-3'>{t('personalScript.bodyHint', { example: EXAMPLE })}</p>
        </div>
        <Segments
          label={t('personalScript.language')} value={language} options={[{ value: 'zh', text: t('settings.zh') }, { value: 'en', text: t('settings.en') }]}
          onChange={next => { setContent({ ...content, language: next }) }}
        />
        {asked && missing && <p role='alert' className='text-sm text-late'>{t('personalScript.needed')}</p>}
        <div className='flex justify-end gap-2'>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type='submit' look='brand'>{t('personalScript.save')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
