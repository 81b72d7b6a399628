import { Rocket, SendHorizontal } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { keyCaps } from '../../state/shortcuts.ts'
import { toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { askStudio, studioErrorText } from '../ask.ts'
import { openRelease, readReviewRule, useStudioState } from '../studio-store.ts'
import { useModEnter } from '../use-mod-enter.ts'
import { useOffline } from '../../state/use-offline.ts'
import type { WritingNow } from './use-writing.ts'

type Props = { writing: Pick<WritingNow<unknown>, 'mine' | 'state'>; blocked?: boolean; small?: boolean }

/** What comes next for my draft, by button and by Ctrl Enter: to a second person, or out to the desks. Nothing while somebody looks at it. */
export function NextStep({ writing: { mine, state }, blocked = false, small = false }: Props) {
  const { t } = useTranslation()
  const { client, mac } = useDesk()
  const offline = useOffline()
  const required = useStudioState(now => now.reviewRequired)
  // A colleague may have switched it meanwhile: asked for each draft.
  const draftId = mine?.id
  useEffect(() => { if (draftId && !offline) void readReviewRule(client) }, [client, draftId, offline])
  const next = !mine ? null : required !== false && mine.state === 'draft' ? 'submit' : mine.state === 'approved' || required === false ? 'publish' : null
  // Asked of the server: it has to have the last word that was typed.
  const waits = offline ? t('studio.needsNetwork') : mine && state === 'saved' ? undefined : t('studio.save.wait')
  const ready = next !== null && waits === undefined && !blocked

  const go = async () => {
    if (!ready || !mine) return
    if (next === 'publish') {
      openRelease([mine.id])
      return
    }
    const answer = await askStudio(client, 'draft.submit', { id: mine.id })
    toast(answer.ok ? t('studio.submitted') : studioErrorText(answer.error), answer.ok ? 'plain' : 'bad')
  }
  useModEnter(() => { void go() }, 'page')
  if (!next) return null
  return (
    <Button small={small} look='brand' disabled={!ready} title={waits ?? keyCaps('Mod+Enter', mac).join(' ')} onClick={() => { void go() }}>
      {next === 'submit' ? <SendHorizontal size={14} aria-hidden='true' /> : <Rocket size={14} aria-hidden='true' />}
      {t(next === 'submit' ? 'studio.submit' : 'studio.release.open')}
    </Button>
  )
}
