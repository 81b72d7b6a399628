import { useTranslation } from 'react-i18next'
import { SignOutQuestion } from '../../session/sign-out-question.tsx'
import { useDesk } from '../../state/desk-context.ts'
import { askFocus, openDialog, useWindow } from '../../state/window-store.ts'
import { Question } from '../../ui/dialog.tsx'
import { NoticesDialog } from '../briefing/notices-dialog.tsx'
import { ReleaseDialog } from '../briefing/release-dialog.tsx'
import { ShiftDialogs } from '../shift/shift-dialogs.tsx'
import { AgainDialog } from './again-dialog.tsx'
import { CompanionDialog } from './companion-dialog.tsx'
import { CustomerDialog } from './customer-dialog.tsx'
import { GuideDialog } from './guide-dialog.tsx'
import { InboxDialog } from './inbox-dialog.tsx'
import { PastDialog } from './past-dialog.tsx'
import { PersonalScriptDialog } from './personal-script-dialog.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { SearchDialog } from './search-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'

/** The one dialog that is open over the desk. */
export function Dialogs() {
  const { t } = useTranslation()
  const { actions } = useDesk()
  const dialog = useWindow(state => state.dialog)
  const close = () => { openDialog(null) }
  switch (dialog?.kind) {
    case undefined: case 'promise':
      return null
    case 'away': case 'leaving': case 'given': case 'received': case 'bell': case 'transfer': case 'talks': case 'takeOver':
      return <ShiftDialogs dialog={dialog} onClose={close} />
    case 'search':
      return <SearchDialog onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
    case 'companion':
      return <CompanionDialog onClose={close} />
    case 'guide':
      return <GuideDialog onClose={close} />
    case 'inbox':
      return <InboxDialog onClose={close} />
    case 'again':
      return <AgainDialog onClose={close} />
    case 'signOut':
      return <SignOutQuestion onClose={close} />
    case 'notices':
      return <NoticesDialog onClose={close} />
    case 'release':
      return <ReleaseDialog key={dialog.releaseId} releaseId={dialog.releaseId} onClose={close} />
    case 'personalScript':
      return <PersonalScriptDialog script={dialog.script} conversationId={dialog.conversationId} onClose={close} />
    case 'picture':
      return <PictureDialog attachmentId={dialog.attachmentId} name={dialog.name} onClose={close} />
    case 'customer':
      return <CustomerDialog customerId={dialog.customerId} onClose={close} />
    case 'past':
      return <PastDialog conversation={dialog.conversation} onClose={close} />
    case 'close': case 'closePromise':
      return (
        <Question
          {...(dialog.kind === 'close'
            ? { title: t('close.title'), lead: t('close.lead'), cancel: t('close.reply') }
            : { title: t('close.promiseTitle'), lead: t('close.promiseLead'), cancel: t('close.promiseKeep') })}
          confirm={t('close.anyway')} danger
          onConfirm={() => { void actions.close(dialog.conversationId, true) }}
          onCancel={() => {
            close()
            askFocus()
          }}
        />
      )
    case 'spam':
      return (
        <Question
          title={t('spam.title')} lead={t('spam.lead')} confirm={t('spam.confirm')} cancel={t('common.cancel')} danger
          onConfirm={() => { void actions.spam(dialog.conversationId, true) }} onCancel={close}
        />
      )
    case 'block':
      return (
        <Question
          title={t('block.title')} lead={t('block.lead')} confirm={t('block.confirm')} cancel={t('common.cancel')} danger
          onConfirm={() => { void actions.block(dialog.customerId, dialog.conversationId, true) }} onCancel={close}
        />
      )
  }
}
