import type { WallView } from '../../../../protocol/shift-views.ts'
import { HelpDialog } from './help-dialog.tsx'
import { LineDialog } from './line-dialog.tsx'
import { PutForDialog } from './put-for-dialog.tsx'
import { TalksDialog } from './talks-dialog.tsx'

/** What a supervisor does from the wall, one at a time. */
export type OpenAct = { kind: 'help' | 'line' } | PersonAct
type PersonAct = { kind: 'letGo' | 'callBack' | 'move' | 'talks'; personId: string }

type Props<A> = { act: A; wall: WallView; onClose: () => void; onAct: (act: OpenAct) => void }

/** The dialog of what was chosen. */
export function WallAct({ act, wall, onClose, onAct }: Props<OpenAct>) {
  if ('personId' in act) return <ForPerson act={act} wall={wall} onClose={onClose} onAct={onAct} />
  return act.kind === 'help' ? <HelpDialog wall={wall} onClose={onClose} /> : <LineDialog wall={wall} onClose={onClose} />
}

function ForPerson({ act, wall, onClose, onAct }: Props<PersonAct>) {
  const person = wall.people.find(({ personId }) => personId === act.personId)
  if (!person) return null
  if (act.kind === 'letGo' || act.kind === 'callBack') return <PutForDialog person={person} back={act.kind === 'callBack'} onClose={onClose} />
  return <TalksDialog person={person} people={wall.people} teamId={wall.teamId} moving={act.kind === 'move'} onMove={() => { onAct({ kind: 'move', personId: person.personId }) }} onClose={onClose} />
}
