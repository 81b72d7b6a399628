import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../state/live-store.ts'

const PRODUCT = 'Shiftdesk'

/** The window's title says how many wait: it is read in the task bar. */
export function useTitle(): void {
  const { t } = useTranslation()
  const count = useLive(state => state.lists?.waiting.length ?? 0)
  useEffect(() => {
    document.title = count > 0 ? `${t('alert.title', { count })} - ${PRODUCT}` : PRODUCT
    return () => { document.title = PRODUCT }
  }, [count, t])
}
