import { RefreshCw } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meal, MealBatch } from '../../../domain/entities/roster.ts'
import { checkBatches } from '../../../domain/meal/check.ts'
import type { RosterView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { useOffline } from '../../state/use-offline.ts'
import { Button } from '../../ui/button.tsx'
import { Busy, Problem } from '../../ui/states.tsx'
import { TabButton } from '../../ui/tab-row.tsx'
import { shiftErrorText } from '../ask.ts'
import { useShiftAsked } from '../use-asked.ts'
import { useDutyTeam } from '../use-team.ts'
import { BatchColumn } from './batch-column.tsx'
import { GapList } from './gap-list.tsx'
import { isSamePlan, movedTo, onDutyOf, UNPLACED } from './plan-edit.ts'
import { WhyList } from './why-list.tsx'

const COUNTS = [null, 2, 3] as const

/** The batches of a meal: as decided, else as the program proposes them; people are moved until it fits, then it is decided. */
export function MealPlanner({ view, date, meal }: { view: RosterView; date: string; meal: Meal }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const offline = useOffline()
  const days = useDays(view.timeZone)
  const teamId = useDutyTeam()?.id ?? ''
  const me = useLive(state => state.session?.me?.personId)
  const names = useLive(state => state.team?.people)
  const decided = view.mealPlans.find(plan => plan.date === date && plan.meal === meal)
  const duty = view.shifts.filter(shift => shift.date === date && shift.duty).map(({ personId }) => personId)
  const mayDecide = view.mayEdit || (me !== undefined && duty.includes(me))
  const [count, setCount] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const wanted = mayDecide && (!decided || asking)
  const { value: proposal, error, busy, again } = useShiftAsked('meal.propose', wanted ? { teamId, date, meal, batches: count } : null)
  /** What was moved by hand; null = as decided or proposed. */
  const [moved, setMoved] = useState<MealBatch[] | null>(null)
  const people = useMemo(() => onDutyOf(view.people, view.shifts, date), [view, date])
  const base = asking && proposal ? proposal.batches : decided?.batches ?? proposal?.batches ?? null
  const batches = moved ?? base
  const gaps = batches ? checkBatches(people, batches) : []
  const board = useRef<HTMLDivElement>(null)

  const changed = batches !== null && (!decided || !isSamePlan(batches, decided.batches))
  const bad = batches?.findIndex(({ fromMs, toMs }) => toMs <= fromMs) ?? -1
  const move = (personId: string, batch: number) => {
    if (!batches) return
    setMoved(movedTo(batches, personId, batch))
    // The keyboard stays with whom it moves.
    requestAnimationFrame(() => { board.current?.querySelector<HTMLElement>(`[data-eater="${personId}"]`)?.focus() })
  }
  const decide = async () => {
    if (!batches) return
    const undo = decided ? () => { void actions.done(client.call('meal.decide', { teamId, date, meal, batches: decided.batches }), t('crew.undone')) } : undefined
    if (!await actions.done(client.call('meal.decide', { teamId, date, meal, batches }), t('crew.plan.saved'), undo)) return
    setMoved(null)
    setAsking(false)
  }
  const propose = (next: number | null) => {
    setCount(next)
    setMoved(null)
    setAsking(true)
    again()
  }
  const walk = (event: KeyboardEvent) => {
    const chip = (event.target as HTMLElement).closest<HTMLElement>('[data-eater]')
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!chip || step === 0) return
    const all = [...chip.closest('[data-batch]')?.querySelectorAll<HTMLElement>('[data-eater]') ?? []]
    event.preventDefault()
    all[all.indexOf(chip) + step]?.focus()
  }
  const name = (id: string) => view.people.find(({ personId }) => personId === id)?.name ?? names?.find(one => one.id === id)?.name ?? ''
  const placed = new Set(batches?.flatMap(({ personIds }) => personIds))
  const column = (personIds: readonly string[], batch: number) => (
    <BatchColumn
      key={batch} batch={batch} count={batches?.length ?? 0} value={batches?.[batch] ?? null} people={view.people.filter(({ personId }) => personIds.includes(personId))} timeZone={view.timeZone} date={date}
      gaps={gaps.filter(gap => gap.batch === batch)} editable={mayDecide} onMove={move}
      onTimes={times => { if (batches) setMoved(batches.map((one, at) => at === batch ? { ...one, ...times } : one)) }}
    />
  )
  return (
    <>
      <div className='flex min-h-11 flex-wrap items-center gap-2 border-b border-line bg-panel px-4 py-1.5 text-sm'>
        <span className='min-w-0 text-ink-2'>{status()}</span>
        <span className='flex-1' />
        {mayDecide && (
          <>
            <div role='group' aria-label={t('crew.plan.count')} className='flex gap-1'>
              {COUNTS.map(one => <TabButton key={one ?? 'auto'} on={count === one} onPress={() => { propose(one) }}>{one === null ? t('crew.plan.auto') : t('crew.plan.batchesN', { count: one })}</TabButton>)}
            </div>
            <Button small disabled={offline || busy} title={offline ? t('crew.needsNetwork') : undefined} onClick={() => { propose(count) }}><RefreshCw size={14} aria-hidden='true' />{t('crew.plan.propose')}</Button>
            {decided && changed && <Button small look='quiet' onClick={() => { setMoved(null); setAsking(false) }}>{t('crew.plan.reset')}</Button>}
            <Button small look='brand' disabled={!changed || gaps.length > 0 || bad >= 0} onClick={() => { void decide() }}>{decided ? t('crew.plan.redecide') : t('crew.plan.decide')}</Button>
          </>
        )}
      </div>
      {error && <div className='px-4 pt-3'><Problem text={shiftErrorText(error)}><Button small onClick={again}>{t('common.retry')}</Button></Problem></div>}
      {bad >= 0 && <p role='alert' className='px-4 pt-3 text-sm text-late'>{t('crew.plan.badTimes', { batch: bad + 1 })}</p>}
      {!batches ? waiting() : (
        <div ref={board} onKeyDown={walk} className='flex min-h-0 flex-1 flex-col overflow-y-auto p-4'>
          <GapList gaps={gaps} timeZone={view.timeZone} />
          <div className='mt-3 grid auto-cols-[minmax(200px,1fr)] grid-flow-col items-start gap-3 overflow-x-auto pb-2'>
            {batches.map(({ personIds }, batch) => column(personIds, batch))}
            {column(people.map(({ personId }) => personId).filter(id => !placed.has(id)), UNPLACED)}
          </div>
          {mayDecide && <p className='mt-1 text-xs text-ink-3'>{t('crew.plan.keys')}</p>}
          {proposal && (!decided || asking) && <WhyList why={proposal.why} people={view.people} />}
        </div>
      )}
    </>
  )

  function status(): string {
    if (!mayDecide && !decided) return duty.length > 0 ? t('crew.plan.mayNot', { names: duty.map(name).join('、') }) : t('crew.plan.mayNotNobody')
    if (decided && !changed) return t('crew.plan.decided', { name: name(decided.decidedById), time: days.brief(decided.decidedAtMs, decided.decidedAtMs) })
    return moved ? t('crew.plan.changed') : proposal ? t('crew.plan.proposed') : t('crew.plan.notDecided')
  }
  function waiting() {
    if (busy) return <Busy text={t('crew.plan.proposing')} />
    return <p className='p-6 text-center text-ink-2'>{offline && mayDecide ? t('crew.plan.offline') : t('crew.plan.notDecided')}</p>
  }
}
