import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { KnownAccount } from '../../protocol/views.ts'
import { useTime } from '../edge/ticker.ts'
import { useDays } from '../i18n/use-days.ts'
import { Avatar } from '../ui/avatar.tsx'

/** Who has used this computer: one click to one's own password. */
export function KnownAccounts({ accounts, onPick }: { accounts: KnownAccount[]; onPick: (account: KnownAccount) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <h2 className='mb-2 text-sm text-ink-2'>{t('signIn.known')}</h2>
      <ul className='-mx-2 flex flex-col'>
        {accounts.map(account => <li key={account.fileId}><Row account={account} onPick={onPick} /></li>)}
      </ul>
    </>
  )
}

function Row({ account, onPick }: { account: KnownAccount; onPick: (account: KnownAccount) => void }) {
  const { t } = useTranslation()
  const days = useDays()
  const when = useTime(nowMs => days.brief(account.lastUsedAtMs, nowMs))
  return (
    <button
      type='button' onClick={() => { onPick(account) }}
      className='flex w-full items-center gap-3 rounded-lg px-2 py-2 text-left transition-colors hover:bg-hover'
    >
      <Avatar name={account.name} />
      <span className='min-w-0 flex-1'>
        <span className='block truncate font-medium'>{account.name}</span>
        <span className='block truncate text-xs text-ink-2'>{account.shop} · {account.account} · {t('signIn.lastUsed', { when })}</span>
      </span>
      <ChevronRight size={16} className='text-ink-3' aria-hidden='true' />
    </button>
  )
}
