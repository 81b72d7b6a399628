import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ScriptStage } from '../../domain/entities/script.ts'
import type { HitReason } from '../../protocol/script-views.ts'

type RowKey = `stage.${ScriptStage}` | `palette.reason.${HitReason}` | 'palette.personal' | 'palette.changed' | 'palette.cases'
export type RowWords = (key: RowKey) => string
const kept = new Map<string, RowWords>()

/**
 * The words of the list's lines, each looked up once in a language: drawn anew with every key press, the dictionary took longer than
 * everything else in them. The same function as long as the language stays.
 */
export function useRowWords(): RowWords {
  const { i18n } = useTranslation()
  const words = kept.get(i18n.language) ?? wordsOf(i18n.language)
  kept.set(i18n.language, words)
  return words
}

function wordsOf(language: string): RowWords {
  const t = i18next.getFixedT(language)
  const known = new Map<RowKey, string>()
  return key => {
    const word = known.get(key) ?? t(key)
    known.set(key, word)
    return word
  }
}
