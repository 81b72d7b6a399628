import { useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PICTURE_TYPES } from '../../../domain/entities/plain-lists.ts'
import { compose, composing } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { toast } from '../../state/window-store.ts'
import { readPictures } from './pictures.ts'

const MOST = 10

/** Pictures by choosing, pasting or dropping. */
export function useAddPictures(conversationId: string) {
  const { t } = useTranslation()
  const { client, actions, drafts } = useDesk()
  const [dropping, setDropping] = useState(false)
  const add = async (files: File[]) => {
    if (files.length === 0) return
    const { pictures, refused } = await readPictures(files)
    if (refused) toast(t(`error.${refused}`), 'bad')
    compose(conversationId, { sending: true })
    for (const { name, mime, bytes, width, height } of pictures) {
      if (composing(conversationId).pictures.length >= MOST) break
      // Stored at once, encrypted: a crash loses no picture that is in sight.
      const added = await actions.value(client.call('attachment.add', { conversationId, name, mime, bytes, width, height }))
      const kind = PICTURE_TYPES.find(known => known === mime)
      if (!added || !kind) break
      drafts.picturesChanged(conversationId, [...composing(conversationId).pictures, { id: added.attachmentId, name, mime: kind, width, height }])
    }
    compose(conversationId, { sending: false })
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
