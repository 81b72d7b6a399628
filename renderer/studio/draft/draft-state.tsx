import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'
import type { TagTone } from '../../ui/tag.tsx'
import type { StudioDraft } from './use-writing.ts'

const TONE: Record<StudioDraft['state'], TagTone> = { draft: 'plain', in_review: 'info', approved: 'brand' }

/** How far my draft is. */
export function DraftState({ draft }: { draft: StudioDraft | null }) {
  const { t } = useTranslation()
  if (!draft) return null
  return (
    <>
      <Tag tone={TONE[draft.state]}>{t(`studio.state.${draft.state}`)}</Tag>
      {draft.action === 'retire' && <Tag tone='warn'>{t('studio.retiring')}</Tag>}
    </>
  )
}
