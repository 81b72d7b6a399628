import { CircleAlert, Clock } from 'lucide-react'
import type { ChatStore, Pending } from './chat-store.ts'
import { usePreview } from './picture.tsx'
import type { Texts } from './texts.ts'

interface PendingProps {
  message: Pending
  online: boolean
  store: ChatStore
  texts: Texts
}

/** A line that is not accepted yet: sending, waiting for the network, or refused with what can be done. */
export function PendingBubble({ message, online, store, texts }: PendingProps) {
  const { picture, refused } = message
  const preview = usePreview(picture?.file ?? null)
  const percent = Math.round((picture?.part ?? 0) * 100)
  const state = refused !== null ? texts.refused : online ? texts.sending : texts.waiting
  return (
    <div className="row mt-1 flex flex-col items-end">
      <div className="flex max-w-[82%] flex-row-reverse items-end gap-1.5 sm:max-w-[74%]">
        {preview
          ? (
            <figure className="relative overflow-hidden rounded-2xl">
              <img src={preview} alt={texts.pictureAlt} className="max-h-64 max-w-full opacity-60" />
              {refused === null && (
                <figcaption className="absolute inset-x-0 bottom-0 bg-black/55 px-2 py-1 text-[12px] text-white tabular-nums">
                  <progress className="sr-only" max={100} value={percent} />
                  {percent}%
                </figcaption>
              )}
            </figure>
          )
          : <p className="rounded-2xl rounded-br-md bg-mine px-3.5 py-2 text-[15px] leading-[1.5] break-words whitespace-pre-wrap text-on-mine opacity-70 [overflow-wrap:anywhere]">{message.body || `[${texts.pictureAlt}]`}</p>}
        {refused === null
          ? <Clock size={13} className="mb-1.5 shrink-0 text-third" role="img" aria-label={state} />
          : <CircleAlert size={16} className="mb-1.5 shrink-0 text-late" role="img" aria-label={state} />}
      </div>
      {refused === null && !online && <p className="mt-0.5 text-[12px] text-second">{texts.waiting}</p>}
      {refused !== null && (
        <p className="mt-1 flex items-center gap-3 text-[12.5px] text-late">
          {texts.reasons[refused] ?? texts.reasons['other']}
          {refused !== 'too_large' && refused !== 'not_a_picture' && (
            <button type="button" className="font-medium underline" onClick={() => store.retry(message.id)}>{texts.retry}</button>
          )}
          <button type="button" className="font-medium underline" onClick={() => store.discard(message.id)}>{texts.discard}</button>
        </p>
      )}
    </div>
  )
}
