import { CalendarCheck, CalendarClock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '../../edge/ticker.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Empty } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SortedTable } from '../hygiene/sorted-table.tsx'
import type { Column } from '../hygiene/sorted-table.tsx'
import { TabButton, TabRow } from '../../ui/tab-row.tsx'
import { openContent } from '../open-entry.ts'
import { isOnItsWay, useBulk, useStartBulk } from '../use-bulk.ts'
import { useStudio } from '../use-studio.ts'
import { daysLeft, inAQuarter, isShown, reviewRows } from './review-rows.ts'
import type { ReviewRow, ReviewShow } from './review-rows.ts'

const SHOWN: readonly ReviewShow[] = ['due', 'soon', 'nobody', 'all']
const MINUTE_MS = 60_000

const idOf = ({ kind, id }: ReviewRow): string => `${kind} ${id}`

function State({ left, drafted }: { left: number | null; drafted: string | null }) {
  const { t } = useTranslation()
  if (drafted !== null) return <Tag tone='info'>{t('reviews.drafted', { day: drafted })}</Tag>
  if (left === null) return <Tag tone='warn'>{t('reviews.noDate')}</Tag>
  if (left < 0) return <Tag tone='late'>{t('reviews.overdue', { count: -left })}</Tag>
  return left === 0 ? <Tag tone='warn'>{t('reviews.today')}</Tag> : <Tag>{t('reviews.inDays', { count: left })}</Tag>
}

/** Scripts and knowledge by review date and owner; what is overdue stands first (S5). Works offline. */
export function ReviewsPage() {
  const { t } = useTranslation()
  const days = useDays()
  const { view: scripts } = useStudio('script')
  const { view: knowledge } = useStudio('knowledge')
  const people = useLive(state => state.team?.people)
  const me = useLive(state => state.session?.me?.personId)
  const nowMs = useTime(ms => Math.floor(ms / MINUTE_MS)) * MINUTE_MS
  const [show, setShow] = useState<ReviewShow>('due')
  const [mine, setMine] = useState(false)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const start = useStartBulk()
  const busy = isOnItsWay(useBulk())
  const all = useMemo(() => [...reviewRows('script', scripts), ...reviewRows('knowledge', knowledge)]
    .filter(({ ownerId }) => !mine || ownerId === me), [scripts, knowledge, mine, me])
  const rows = useMemo(() => all.filter(row => isShown(row, show, nowMs)), [all, show, nowMs])
  const chosen = rows.filter(row => marked.has(idOf(row)))
  const putOff = () => {
    start({ targets: chosen.map(({ kind, id }) => ({ kind, id })), change: { what: 'set', fields: { reviewAtMs: inAQuarter(nowMs) }, audience: {} } })
    setMarked(new Set())
  }
  const columns = useMemo((): Column<ReviewRow>[] => {
    const owner = ({ ownerId }: ReviewRow) => people?.find(({ id }) => id === ownerId)?.name ?? ''
    return [
      { id: 'title', head: t('reviews.head.title'), by: ({ title }) => title, cell: ({ title }) => title },
      { id: 'kind', head: t('reviews.head.kind'), by: ({ kind }) => kind, cell: ({ kind }) => t(`reviews.kind.${kind}`), width: 'w-28' },
      { id: 'owner', head: t('reviews.head.owner'), by: owner, cell: row => owner(row) || <span className='text-ink-2'>{t('reviews.nobody')}</span>, width: 'w-36' },
      {
        id: 'date', head: t('reviews.head.date'), by: ({ reviewAtMs }) => reviewAtMs ?? Number.MAX_SAFE_INTEGER, width: 'w-44',
        cell: ({ reviewAtMs }) => reviewAtMs === null ? '–' : days.day(reviewAtMs, nowMs),
      },
      { id: 'state', head: t('reviews.head.state'), cell: row => <State left={daysLeft(row, nowMs)} drafted={row.draftedMs === null ? null : days.day(row.draftedMs, nowMs)} />, width: 'w-48' },
    ]
  }, [t, days, people, nowMs])
  if (!scripts || !knowledge) return <Busy text={t('common.loading')} />
  return (
    <>
      <p className='bg-panel px-4 pt-3 text-ink-2'>{t('reviews.lead')}</p>
      <TabRow label={t('reviews.filter')}>
        {SHOWN.map(one => (
          <TabButton key={one} on={show === one} count={all.filter(row => isShown(row, one, nowMs)).length} onPress={() => { setShow(one) }}>{t(`reviews.show.${one}`)}</TabButton>
        ))}
        <Button small className='mr-2 ml-auto' disabled={chosen.length === 0 || busy} title={t('reviews.quarterHint')} onClick={putOff}>
          <CalendarClock size={14} aria-hidden='true' />{t('reviews.quarter', { count: chosen.length })}
        </Button>
        <label className='flex items-center gap-2 text-ink-2'>
          <input type='checkbox' checked={mine} onChange={event => { setMine(event.target.checked) }} className='size-4 accent-brand' />{t('reviews.mine')}
        </label>
      </TabRow>
      {rows.length === 0 ? <Empty icon={<CalendarCheck size={28} />} title={t('reviews.none')} hint={t('reviews.noneHint')} /> : (
        <SortedTable
          key={show} label={t('studio.page.reviews')} columns={columns} rows={rows} sortedBy={{ id: 'date', down: false }} idOf={idOf} marks={{ marked, label: ({ title }) => t('studio.bulk.mark', { title }), allLabel: t('reviews.markAll'), onMark: setMarked }}
          openLabel={({ title }) => t('reviews.open', { title })} onOpen={({ kind, id }) => { openContent(kind, id) }}
        />
      )}
    </>
  )
}
