import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** How a skill or a language is called: languages by `Intl`, skills as the shop named them. */
export function useAbilityName(): (of: 'skill' | 'language', name: string) => string {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useCallback((of, name) => of === 'language' ? new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(name) ?? name : name, [language])
}
