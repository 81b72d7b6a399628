import { ThumbsUp, UserRound } from 'lucide-react'
import type { ChatStore } from './chat-store.ts'
import type { Texts } from './texts.ts'

const LOOK = 'inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-panel px-3 text-[13px] text-second hover:border-brand hover:text-brand'

/** Under an answer that came by itself: it helped, or a person please. Either is a message like any other; it can also be typed. */
export function AnswerChoice({ store, texts }: { store: ChatStore, texts: Texts }) {
  return (
    <div role="group" aria-label={texts.answer} className="arrive mt-1 mb-1 flex flex-wrap gap-2">
      <button type="button" className={LOOK} onClick={() => store.say(texts.saysHelped, null)}>
        <ThumbsUp size={14} aria-hidden="true" />{texts.helped}
      </button>
      <button type="button" className={LOOK} onClick={() => store.say(texts.saysPerson, null)}>
        <UserRound size={14} aria-hidden="true" />{texts.person}
      </button>
    </div>
  )
}
