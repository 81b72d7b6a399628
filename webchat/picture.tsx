import { ImageOff, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ChatStore } from './chat-store.ts'
import { later } from './edge/time.ts'
import type { Texts } from './texts.ts'

/** A `blob:` address of a file for as long as the component stands. */
export function usePreview(file: Blob | null): string | null {
  const [made, setMade] = useState<{ file: Blob, url: string } | null>(null)
  useEffect(() => {
    if (file === null) return
    const url = URL.createObjectURL(file)
    const told = later(0, () => setMade({ file, url }))
    return () => {
      told()
      URL.revokeObjectURL(url)
    }
  }, [file])
  return made?.file === file ? made?.url ?? null : null
}

/** A picture of the thread, fetched with the visitor's token; a click shows it whole. */
export function Picture({ id, store, texts }: { id: string, store: ChatStore, texts: Texts }) {
  const [blob, setBlob] = useState<Blob | 'missing' | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const left = new AbortController()
    store.picture(id, left.signal).then(got => { setBlob(got) }, () => { if (!left.signal.aborted) setBlob('missing') })
    return () => { left.abort() }
  }, [id, store])
  const url = usePreview(blob === 'missing' ? null : blob)
  if (blob === 'missing') {
    return (
      <span className="flex items-center gap-2 rounded-2xl border border-line bg-panel px-3.5 py-2 text-[13px] text-second">
        <ImageOff size={16} aria-hidden="true" />
        {texts.pictureMissing}
      </span>
    )
  }
  if (url === null) return <span className="block h-40 w-52 max-w-full animate-pulse rounded-2xl bg-line" role="img" aria-label={texts.pictureComes} />
  return (
    <>
      <button type="button" className="block overflow-hidden rounded-2xl border border-line" onClick={() => dialog.current?.showModal()} aria-label={texts.openPicture}>
        <img src={url} alt={texts.pictureAlt} className="block max-h-72 min-h-10 max-w-full min-w-10" />
      </button>
      <dialog ref={dialog} aria-label={texts.pictureAlt} onClick={() => dialog.current?.close()}
        className="m-auto max-h-full max-w-full bg-transparent p-3 backdrop:bg-black/80"
      >
        <img src={url} alt={texts.pictureAlt} className="max-h-[92dvh] max-w-full rounded-lg" />
        <button type="button" aria-label={texts.close} className="fixed top-4 right-4 grid size-10 place-items-center rounded-full bg-black/60 text-white">
          <X size={20} />
        </button>
      </dialog>
    </>
  )
}
