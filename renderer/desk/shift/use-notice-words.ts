import { useTranslation } from 'react-i18next'
import { PRESENCE_STATES } from '../../../domain/entities/plain-lists.ts'
import type { NoticesView } from '../../../protocol/shift-views.ts'
import { useDays } from '../../i18n/use-days.ts'
import { useLive } from '../../state/live-store.ts'

const SWAP_STATES = ['agreed', 'declined', 'cancelled', 'impossible'] as const

/** What a notice says, from its kind and the ids and numbers it carries. */
export function useNoticeWords({ kind, params, names, personId }: NoticesView[number]): string {
  const { t } = useTranslation()
  const days = useDays()
  const me = useLive(state => state.session?.me?.personId)
  const count = Number(params['count'] ?? 0)
  const date = String(params['date'] ?? '')
  const name = (...keys: string[]) => {
    const id = keys.map(key => params[key]).find(value => value !== undefined && value !== '')
    return id === undefined ? t('notice.someone') : names[String(id)] ?? t('notice.someone')
  }
  const time = (key: string) => days.time(Number(params[key] ?? 0))
  switch (kind) {
    case 'roster':
      return t('notice.roster', { date, count })
    case 'meal_plan':
      return t('notice.meal_plan', { date, meal: t(params['meal'] === 'dinner' ? 'duty.meal.dinner' : 'duty.meal.lunch'), time: time('fromMs') })
    case 'swap_asked':
      return t('notice.swap_asked', { name: name('fromId', 'byId', 'personId') })
    case 'swap_settled':
      return t(`notice.swapSettled.${SWAP_STATES.find(state => state === params['state']) ?? 'asked'}`)
    case 'help_call':
      return t('notice.help_call', { name: name('byId') })
    case 'let_go':
      return t('notice.let_go', { state: t(`presence.${PRESENCE_STATES.find(state => state === params['state']) ?? 'away'}`), reason: String(params['reason'] ?? '') })
    case 'late_back': {
      const late = String(params['personId'] ?? personId)
      return late === me ? t('notice.late_back', { time: time('untilMs') }) : t('notice.lateOther', { name: names[late] ?? t('notice.someone'), time: time('untilMs') })
    }
    case 'handover':
      return t('notice.handover', { name: name('fromId'), count })
    case 'escalated':
      return t('notice.escalated', { count })
    case 'moved':
      return params['toId'] ? t('notice.moved', { count, by: name('byId'), to: name('toId') }) : t('notice.movedQueue', { count, by: name('byId') })
    case 'handed_over':
      return t('notice.handed_over', { count })
  }
}
