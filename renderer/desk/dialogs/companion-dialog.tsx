import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { select } from '../../state/window-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, inputLook } from '../../ui/field.tsx'

/** A conversation of a closed IM, started by hand. */
export function CompanionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { client, actions } = useDesk()
  const teamIds = useLive(state => state.session?.me?.teamIds) ?? []
  // Only the channels of one's own teams: the server takes no others.
  const channels = (useLive(state => state.team?.channels) ?? []).filter(({ kind, active, teamId }) => kind === 'companion' && active && teamIds.includes(teamId))
  const [nickname, setNickname] = useState('')
  const [channelId, setChannelId] = useState(channels[0]?.id ?? '')
  const [language, setLanguage] = useState<'zh' | 'en'>('zh')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await actions.value(client.call('companion.start', { nickname: nickname.trim(), channelId, language }))
    if (!made) return
    onClose()
    select(made.conversationId)
  }

  return (
    <Dialog title={t('companion.title')} lead={t('companion.lead')} width='narrow' onClose={onClose}>
      <form onSubmit={event => { void submit(event) }} className='flex flex-col gap-3 p-5 pt-3'>
        <Field label={t('companion.nickname')} value={nickname} required maxLength={60} autoFocus onChange={event => { setNickname(event.target.value) }} />
        {channels.length === 0
          ? <p className='text-sm text-warn'>{t('companion.noChannel')}</p>
          : (
              <label className='block'>
                <span className='mb-1 block text-sm text-ink-2'>{t('companion.channel')}</span>
                <select className={inputLook} value={channelId} onChange={event => { setChannelId(event.target.value) }}>
                  {channels.map(channel => <option key={channel.id} value={channel.id}>{channel.name}</option>)}
                </select>
              </label>
            )}
        <Segments
          label={t('companion.language')} value={language} onChange={setLanguage}
          options={[{ value: 'zh', text: t('companion.zh') }, { value: 'en', text: t('companion.en') }]}
        />
        <Button type='submit' look='brand' className='self-end' disabled={nickname.trim() === '' || channelId === ''}>{t('companion.start')}</Button>
      </form>
    </Dialog>
  )
}
