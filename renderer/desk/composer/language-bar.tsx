import { clsx } from 'clsx'
import { ChevronLeft, ChevronRight, OctagonX, PencilLine, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../protocol/script-views.ts'
import type { HeldBack } from '../../state/composer-store.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { variableWord } from '../../palette/variable-words.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { KeyCap } from '../../ui/tag.tsx'
import { selectInReply } from './insert.ts'
import { openVariables } from './variables.ts'

type Props = {
  conversationId: string
  text: string
  /** What stops or warns, in order of place; and the one to speak of. */
  findings: readonly Finding[]
  finding: Finding | null
  heldBack: HeldBack | null
  onFix: (finding: Finding) => void
}

/** What is not right in the reply, in a sentence, with the way out of it. Nothing when all is well. */
export function LanguageBar({ conversationId, text, findings, finding, heldBack, onFix }: Props) {
  const open = openVariables(text)
  if (open.length > 0 && (finding?.severity !== 'block' || heldBack?.why === 'variable')) {
    return <Unfilled conversationId={conversationId} words={open.map(([from, to]) => text.slice(from, to))} first={open[0]} refused={heldBack?.why === 'variable'} />
  }
  if (!finding) return null
  const at = findings.indexOf(finding)
  const go = (step: number) => {
    const next = findings[(at + step + findings.length) % findings.length]
    if (next) selectInReply(conversationId, next.span)
  }
  return <Wrong finding={finding} at={at} count={findings.length} held={heldBack?.why ?? null} go={go} onFix={() => { onFix(finding) }} />
}

function Line({ tone, alert, icon, children }: { tone: 'late' | 'warn'; alert: boolean; icon: ReactNode; children: ReactNode }) {
  return (
    <div
      role={alert ? 'alert' : 'status'} data-language-bar={tone}
      className={clsx('mb-1.5 flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1 rounded-md px-2.5 py-1 text-sm', tone === 'late' ? 'bg-late-soft text-late' : 'bg-warn-soft text-warn')}
    >
      {icon}{children}
    </div>
  )
}

function Unfilled({ conversationId, words, first, refused }: { conversationId: string; words: string[]; first: Finding['span'] | undefined; refused: boolean }) {
  const { t, i18n } = useTranslation()
  const names = [...new Set(words.map(word => variableWord(i18n.language, word)))].join(t('palette.comma'))
  return (
    <Line tone={refused ? 'late' : 'warn'} alert={refused} icon={<PencilLine size={14} aria-hidden='true' className='shrink-0' />}>
      <p className='min-w-0 flex-1'>{refused && <strong className='font-semibold'>{t('variable.refused')} · </strong>}{t('variable.left', { count: words.length, names })}</p>
      <button type='button' className='font-medium' onClick={() => { if (first) selectInReply(conversationId, first) }}>{t('variable.next')}</button>
    </Line>
  )
}

function Wrong({ finding, at, count, held, go, onFix }: {
  finding: Finding; at: number; count: number; held: HeldBack['why'] | null; go: (step: number) => void; onFix: () => void
}) {
  const { t } = useTranslation()
  const { mac } = useDesk()
  const keys = keyCaps(acceleratorsOf(useLive(state => state.settings?.shortcuts) ?? {}).mend, mac).join(' ')
  const block = finding.severity === 'block'
  const Icon = block ? OctagonX : TriangleAlert
  return (
    <Line tone={block ? 'late' : 'warn'} alert={held !== null} icon={<Icon size={14} role='img' aria-label={t(`language.severity.${finding.severity}`)} className='shrink-0' />}>
      <p className='min-w-[min(28rem,100%)] flex-1'>
        <strong className='font-semibold'>{finding.words}</strong> · {finding.reason ?? t(`language.${finding.rule}`)}
        {held === 'block' && <strong className='font-semibold'> · {t('language.blocked')}</strong>}
        {held === 'warn' && !block && <strong className='font-semibold'> · {t('language.again')}</strong>}
      </p>
      {count > 1 && (
        <span className='flex items-center tabular-nums'>
          <IconButton label={t('language.previous')} onClick={() => { go(-1) }} className='size-6 text-current'><ChevronLeft size={14} /></IconButton>
          {t('language.count', { at: at + 1, count })}
          <IconButton label={t('language.next')} onClick={() => { go(1) }} className='size-6 text-current'><ChevronRight size={14} /></IconButton>
        </span>
      )}
      {finding.positive !== null && (
        <Button small data-mend='' onClick={onFix} className='max-w-full min-w-0'>
          <span className='truncate'>{finding.positive === '' ? t('language.drop') : t('language.fix', { words: finding.positive })}</span><KeyCap>{keys}</KeyCap>
        </Button>
      )}
    </Line>
  )
}
