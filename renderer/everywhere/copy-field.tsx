import { Search } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { rowId } from '../palette/palette-list.tsx'
import type { Palette } from '../palette/palette-store.ts'

/** What stands in the field; what of it is searched for, since a text that an input method still composes is not. */
export type Typed = { text: string; composing: boolean; asked: string }

type Props = {
  field: RefObject<HTMLInputElement | null>
  typed: StoreApi<Typed>
  palette: Palette
  /** Of the listbox. */
  listId: string
  onWrite: (text: string) => void
  onPress: (event: KeyboardEvent) => void
}

/** Where one types what to look for. A key press draws this alone. */
export function CopyField({ field, typed, palette, listId, onWrite, onPress }: Props) {
  const { t } = useTranslation()
  const text = useStore(typed, state => state.text)
  const chosen = useStore(palette.state, state => state.view?.hits[state.at] ? state.at : null)
  return (
    <>
      <Search size={17} className='shrink-0 text-ink-3' aria-hidden='true' />
      <input
        ref={field} value={text} role='combobox' aria-expanded='true' aria-controls={listId} aria-activedescendant={chosen === null ? undefined : rowId(listId, chosen)}
        aria-label={t('palette.field')} placeholder={t('palette.placeholder')} spellCheck={false} autoComplete='off' maxLength={200}
        className='h-10 min-w-0 flex-1 bg-transparent text-lg outline-none'
        onChange={event => { onWrite(event.target.value) }} onKeyDown={onPress}
        onCompositionStart={() => { typed.setState({ composing: true }) }}
        onCompositionEnd={event => {
          typed.setState({ composing: false })
          onWrite(event.currentTarget.value)
        }}
      />
    </>
  )
}
