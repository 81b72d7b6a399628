import { Coffee, Users, UtensilsCrossed } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeavingView } from '../../../protocol/shift-views.ts'
import { errorText } from '../../state/actions.ts'
import { useDesk } from '../../state/desk-context.ts'
import { leave } from '../../state/leaving.ts'
import { useQuery } from '../../state/use-query.ts'
import { openDialog, useWindow, writeNote } from '../../state/window-store.ts'
import type { Leaving } from '../../state/window-store.ts'
import { SideSheet } from '../../ui/side-sheet.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { useRowKeys } from '../../ui/use-row-keys.ts'
import { HandFoot } from '../handover/hand-foot.tsx'
import { NoteField } from '../handover/note-field.tsx'
import { useHandOver } from '../handover/use-hand-over.ts'
import { GateFoot } from './gate-foot.tsx'
import { GoneRows, useGone } from './gone-rows.tsx'
import { ACT_KEYS, actOn, actsOf } from './leaving-acts.ts'
import { LeavingRow } from './leaving-row.tsx'
import { LeavingSteps } from './leaving-steps.tsx'
import { TimeLeft } from './time-left.tsx'

/** M3, M10, H1: everybody who is still on the desk before the agent leaves it; opened again it shows the same. */
export function LeavingPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const leaving = useWindow(state => state.leaving)
  const { value, error } = useQuery('leaving', leaving && { kind: leaving.kind })
  if (!leaving) return null
  if (value) return <Panel leaving={leaving} view={value} onClose={onClose} />
  return (
    <SideSheet icon={<Users size={18} />} title={t(`leaving.title.${leaving.kind}`)} onClose={onClose}>
      {error ? <div className='p-5'><Problem text={error.code === 'unknown' ? t('leaving.failed') : errorText(error)} /></div> : <Busy text={t('common.loading')} />}
    </SideSheet>
  )
}

function Panel({ leaving, view, onClose }: { leaving: Leaving; view: LeavingView; onClose: () => void }) {
  const { t } = useTranslation()
  const desk = useDesk()
  const hands = leaving.kind === 'shift_end' || leaving.kind === 'meeting'
  const give = useHandOver(leaving, view)
  const gone = useGone(view.items)
  const act = (id: string, event: KeyboardEvent) => {
    const item = view.items.find(({ row }) => row.id === id)
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return false
    const named = event.key === 'Enter' ? 'answer' : actsOf(item).find(one => ACT_KEYS[one] === event.key.toUpperCase())
    if (!named || (event.key === 'Enter' && event.target !== event.currentTarget && event.target instanceof HTMLButtonElement)) return false
    void actOn(desk, item, named)
    return true
  }
  const keys = useRowKeys(view.items.map(({ row }) => row.id), act)
  const go = () => {
    if (hands && view.items.length > 0) void give.send()
    else if (view.blocks.length === 0) void leave(desk, leaving)
  }
  return (
    <SideSheet
      icon={leaving.kind === 'meal' ? <UtensilsCrossed size={18} /> : leaving.kind === 'away' ? <Coffee size={18} /> : <Users size={18} />}
      title={leaving.reason ? t('leaving.at', { title: t(`leaving.title.${leaving.kind}`), time: leaving.reason }) : t(`leaving.title.${leaving.kind}`)}
      side={<TimeLeft kind={leaving.kind} />} head={<LeavingSteps leaving={leaving} view={view} />} onClose={onClose}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault()
          go()
        } else keys.onKeyDown(event)
      }}
      foot={hands && view.items.length > 0 ? <HandFoot leaving={leaving} view={view} give={give} onSend={go} /> : <GateFoot leaving={leaving} view={view} onGo={go} onStay={() => { openDialog(null) }} />}
    >
      {view.items.length === 0 && gone.length === 0
        ? <Empty icon={<Users size={28} />} title={t('leaving.empty')} hint={t('leaving.emptyHint')} />
        : (
            <ul aria-label={t('leaving.lead')}>
              {view.items.map(item => (
                <LeavingRow
                  key={item.row.id} item={item} hang={keys.row(item.row.id)}
                  note={hands && <NoteField name={item.row.name} value={give.noteOf(item)} onChange={text => { writeNote(item.row.id, text) }} />}
                />
              ))}
              <GoneRows gone={gone} />
            </ul>
          )}
    </SideSheet>
  )
}
