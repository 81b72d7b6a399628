import type { ShiftDialog } from '../../state/window-store.ts'
import { GivenDialog } from '../handover/given-dialog.tsx'
import { ReceivedDialog } from '../handover/received-dialog.tsx'
import { LeavingPanel } from '../leaving/leaving-panel.tsx'
import { TalksDialog } from '../talks/talks-dialog.tsx'
import { TakeOverDialog } from '../thread/take-over-dialog.tsx'
import { TransferDialog } from '../transfer/transfer-dialog.tsx'
import { AwayDialog } from './away-dialog.tsx'
import { BellDialog } from './bell-dialog.tsx'

/** The dialogs of the shift: leaving, handover, transfer, talks, notices. */
export function ShiftDialogs({ dialog, onClose }: { dialog: ShiftDialog; onClose: () => void }) {
  switch (dialog.kind) {
    case 'away':
      return <AwayDialog onClose={onClose} />
    case 'leaving':
      return <LeavingPanel onClose={onClose} />
    case 'given':
      return <GivenDialog onClose={onClose} />
    case 'received':
      return <ReceivedDialog onClose={onClose} />
    case 'bell':
      return <BellDialog onClose={onClose} />
    case 'transfer':
      return <TransferDialog key={dialog.conversationId} conversationId={dialog.conversationId} onClose={onClose} />
    case 'talks':
      return <TalksDialog key={dialog.conversationId} conversationId={dialog.conversationId} onClose={onClose} />
    case 'takeOver':
      return <TakeOverDialog conversationId={dialog.conversationId} onClose={onClose} />
  }
}
