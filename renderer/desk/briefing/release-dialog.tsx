import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { openDialog, toast } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReleaseText } from './release-text.tsx'

/** One release or notice to be read and confirmed. The confirmation is queued like everything: offline too. */
export function ReleaseDialog({ releaseId, onClose }: { releaseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const briefing = useLive(state => state.briefing)
  // It stays in sight although the confirmed one leaves the list at once.
  const [first] = useState(() => briefing?.unread.find(({ id }) => id === releaseId) ?? briefing?.recent.find(({ id }) => id === releaseId) ?? null)
  const release = briefing?.recent.find(({ id }) => id === releaseId) ?? first
  if (!release) return null
  const unread = briefing?.unread ?? []
  const mine = unread.some(({ id }) => id === release.id)
  const next = unread.find(({ id }) => id !== release.id)
  const confirm = async () => {
    if (!await actions.done(client.call('release.read', { releaseId: release.id }))) return
    if (next) openDialog({ kind: 'release', releaseId: next.id })
    else {
      toast(t('briefing.confirmed'))
      onClose()
    }
  }
  return (
    <Dialog title={release.title} onClose={onClose}>
      <div className='overflow-y-auto p-5 pt-2' tabIndex={0} aria-label={release.title} role='region'><ReleaseText release={release} unread={mine} full /></div>
      <div className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={onClose}>{mine ? t('briefing.later') : t('common.close')}</Button>
        {mine && <Button look='brand' autoFocus onClick={() => { void confirm() }}>{next ? t('briefing.readNext') : t('briefing.read')}</Button>}
      </div>
    </Dialog>
  )
}
