import { ClipboardPen, Globe, Mail, Phone, Share2, Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationRow } from '../../../protocol/views.ts'

const icons = { web_chat: Globe, webhook: Store, companion: ClipboardPen, phone: Phone, mail: Mail, social: Share2 } as const

/** Where the customer writes from. */
export function ChannelIcon({ kind, name }: { kind: ConversationRow['channelKind']; name: string }) {
  const { t } = useTranslation()
  const Icon = icons[kind]
  const label = name || t(`channel.${kind}`)
  return <span title={label} className='text-ink-3'><Icon size={14} role='img' aria-label={label} /></span>
}
