import { useTranslation } from 'react-i18next'
import type { WallView } from '../../../../protocol/shift-views.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { useLive } from '../../../state/live-store.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { CheckList } from './check-list.tsx'
import { useChosen } from './use-chosen.ts'

/** As many take one call. */
const MOST = 40

/** L1: asks colleagues who could come; each yes brings one online. Whoever eats or is off duty is asked, too, and may say no. */
export function HelpDialog({ wall, onClose }: { wall: WallView; onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const me = useLive(state => state.session?.me?.personId)
  const chosen = useChosen([])
  const people = wall.people.filter(({ personId, state }) => personId !== me && state !== 'online')
  const asked = chosen.of(people, ({ personId }) => personId).slice(0, MOST)
  const call = async () => {
    if (await actions.done(client.call('help.call', { teamId: wall.teamId, personIds: asked.map(({ personId }) => personId) }), t('crew.act.called', { count: asked.length }))) onClose()
  }
  return (
    <Dialog title={t('crew.act.help')} lead={t('crew.act.helpLead')} onClose={onClose}>
      <div className='overflow-y-auto p-5 pt-3'>
        {people.length === 0 ? <p className='text-ink-2'>{t('crew.act.nobodyToCall')}</p> : (
          <CheckList
            label={t('crew.act.helpWhom')} has={chosen.has} onTurn={chosen.turn}
            items={people.map(({ personId, name, state, reachable }) => ({ id: personId, text: name, hint: reachable || state === 'off_duty' ? t(`presence.${state}`) : t('crew.wall.unreachable') }))}
          />
        )}
      </div>
      <footer className='flex justify-end gap-2 border-t border-line px-5 py-3'>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look='brand' disabled={asked.length === 0} onClick={() => { void call() }}>{t('crew.act.confirmHelp', { count: asked.length })}</Button>
      </footer>
    </Dialog>
  )
}
