import { useTranslation } from 'react-i18next'
import type { Composing } from '../../state/composer-store.ts'

/** Whether what was typed is safe. */
export function DraftMark({ draft, empty }: { draft: Composing['draft']; empty: boolean }) {
  const { t } = useTranslation()
  if (draft === 'failed') return <span className='text-late'>{t('composer.notSaved')}</span>
  if (empty) return <span className='max-[1180px]:hidden'>{t('composer.newline')}</span>
  return <span>{draft === 'saved' ? t('composer.saved') : t('composer.saving')}</span>
}
