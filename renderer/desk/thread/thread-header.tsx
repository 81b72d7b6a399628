import { ArrowRightLeft, Ban, Check, Ellipsis, Hourglass, PanelRight, RotateCcw, ShieldAlert, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadView } from '../../../protocol/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useLive } from '../../state/live-store.ts'
import { acceleratorsOf, keyCaps } from '../../state/shortcuts.ts'
import { openDialog } from '../../state/window-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/floating.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ChannelIcon } from '../list/channel-icon.tsx'
import { TalksButton } from '../talks/talks-button.tsx'
import { Holders } from './holders.tsx'
import { Others } from './others.tsx'
import { useViewing } from './use-viewing.ts'

/** Who it is, from where, and what can be done with the conversation. */
export function ThreadHeader({ view }: { view: ThreadView }) {
  const { t } = useTranslation()
  const { client, actions, mac } = useDesk()
  const { conversation, channel } = view
  const { id, customerId, state, tier, transferredFrom, spam } = conversation
  const changed = useLive(live => live.settings?.shortcuts)
  const sidebar = useLive(live => live.settings?.sidebarOpen ?? true)
  const blocked = useLive(live => live.profiles[customerId]?.customer.blocked ?? false)
  const me = useLive(live => live.session?.me?.personId)
  useViewing(id, state === 'open')
  const keys = acceleratorsOf(changed ?? {})
  const hint = (name: keyof typeof keys) => keyCaps(keys[name], mac).join(' ')
  return (
    <header className='flex h-12 shrink-0 items-center gap-2 border-b border-line bg-panel pr-3 pl-5'>
      <h2 className='max-w-[60%] shrink-0 truncate text-lg font-semibold'>{conversation.customerName}</h2>
      {tier !== 'normal' && <Tag tone={tier === 'gold' ? 'info' : 'plain'}>{t(`tier.${tier}`)}</Tag>}
      {spam && <Tag tone='late'>{t('list.spam')}</Tag>}
      {blocked && <Tag tone='late'>{t('profile.blocked')}</Tag>}
      <span className='flex min-w-0 items-center gap-1.5 text-sm text-ink-2'>
        <ChannelIcon kind={conversation.channelKind} name={channel?.name ?? ''} />
        <span className='truncate'>{channel?.name ?? t(`channel.${conversation.channelKind}`)} ·</span>
        <Holders holders={view.holders} text={transferredFrom.length > 0 ? t('header.agentsBefore', { count: transferredFrom.length }) : t('header.firstTime')} />
      </span>
      <Others others={view.others} />
      <span className='flex-1' />
      {state === 'open' && conversation.ownerId === me && (
        <Button small look='quiet' title={hint('transfer')} onClick={() => { openDialog({ kind: 'transfer', conversationId: id }) }}><ArrowRightLeft size={15} aria-hidden='true' />{t('transfer.open')}</Button>
      )}
      {state === 'open' && !view.watching && (
        <Button small look='quiet' title={hint('close')} onClick={() => { void actions.close(id) }}><Check size={15} aria-hidden='true' />{t('header.close')}</Button>
      )}
      {(state === 'queued' || state === 'left') && (
        <Button small look='brand' onClick={() => { void actions.done(client.call('conversation.take', { conversationId: id })) }}>
          <UserPlus size={15} aria-hidden='true' />{t('header.take')}
        </Button>
      )}
      {state === 'closed' && (
        <Button small look='quiet' onClick={() => { void actions.reopen(id) }}><RotateCcw size={15} aria-hidden='true' />{t('header.reopen')}</Button>
      )}
      {state === 'open' && <TalksButton conversationId={id} keys={hint('talks')} />}
      <Menu align='end' trigger={<IconButton label={t('header.more')}><Ellipsis size={16} /></IconButton>}>
        {state === 'open' && <MenuItem icon={<Hourglass size={15} />} hint={hint('promise')} onSelect={() => { openDialog({ kind: 'promise' }) }}>{t('header.promise')}</MenuItem>}
        <MenuItem
          icon={<ShieldAlert size={15} />} danger={!spam}
          onSelect={() => { if (spam) void actions.spam(id, false)
            else openDialog({ kind: 'spam', conversationId: id }) }}
        >
          {spam ? t('header.notSpam') : t('header.spam')}
        </MenuItem>
        <MenuItem
          icon={<Ban size={15} />} danger={!blocked}
          onSelect={() => { if (blocked) void actions.block(customerId, id, false)
            else openDialog({ kind: 'block', conversationId: id, customerId }) }}
        >
          {blocked ? t('header.unblock') : t('header.block')}
        </MenuItem>
      </Menu>
      <IconButton
        label={sidebar ? t('profile.fold') : t('profile.unfold')} keys={hint('profile')} pressed={sidebar}
        onClick={() => { void client.call('settings.save', { sidebarOpen: !sidebar }) }}
      >
        <PanelRight size={16} />
      </IconButton>
    </header>
  )
}
