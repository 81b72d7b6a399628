import { useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { compose, composing } from '../../state/composer-store.ts'
import { toast } from '../../state/window-store.ts'
import { readPictures } from './pictures.ts'

const MOST = 10

/** Pictures by choosing, pasting or dropping. */
export function useAddPictures(conversationId: string) {
  const { t } = useTranslation()
  const [dropping, setDropping] = useState(false)
  const add = async (files: File[]) => {
    if (files.length === 0) return
    const { pictures, refused } = await readPictures(files)
    const all = [...composing(conversationId).pictures, ...pictures]
    compose(conversationId, { pictures: all.slice(0, MOST) })
    for (const extra of all.slice(MOST)) URL.revokeObjectURL(extra.url)
    if (refused) toast(t(`error.${refused}`), 'bad')
  }
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    add, dropping,
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files]
      if (files.length === 0) return
      event.preventDefault()
      void add(files)
    },
    dragHandlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDropping(true)
      },
      onDragLeave: () => { setDropping(false) },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDropping(false)
        void add([...event.dataTransfer.files])
      },
    },
  }
}
