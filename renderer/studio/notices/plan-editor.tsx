import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { IncidentPlan, IncidentPlanContent } from '../../../domain/entities/release.ts'
import type { StudioItem } from '../../../protocol/script-views.ts'
import { useLive } from '../../state/live-store.ts'
import { Button } from '../../ui/button.tsx'
import { Segments, Switch } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useWriting } from '../draft/use-writing.ts'
import { WritingBar } from '../draft/writing-bar.tsx'
import { Area, Checks, Group } from '../ui/fields.tsx'
import { IncidentSwitch } from './incident-switch.tsx'
import { GRADES, planOf } from './plan-content.ts'
import { PlanScripts } from './plan-scripts.tsx'

/** An incident plan: what everybody is told, what comes first, whom to report to; and its switch. */
export function PlanEditor({ item, onGone }: { item: StudioItem; onGone: () => void }) {
  const { t } = useTranslation()
  const teams = useLive(state => state.team?.teams) ?? []
  const writing = useWriting('incident_plan', item, planOf)
  const { content, mine, retire, drop } = writing
  const live = item.live as IncidentPlan | null
  const change = (part: Partial<IncidentPlanContent>) => { writing.write({ ...content, ...part }) }
  const unfinished = content.title.trim() === '' || content.notice.trim() === ''
  const retiring = mine?.action === 'retire'
  return (
    <>
      <IncidentSwitch plan={live} />
      <div className='min-h-0 flex-1 overflow-y-auto bg-panel' tabIndex={-1}>
        <Group title={content.title || t('notices.untitled')}>
          <Field label={t('notices.name')} maxLength={80} value={content.title} onChange={event => { change({ title: event.target.value }) }} />
          <Segments label={t('notices.gradeLabel')} value={content.grade} options={GRADES.map(value => ({ value, text: t(`notices.grade.${value}`) }))} onChange={grade => { change({ grade }) }} />
          <Area label={t('notices.planNotice')} rows={4} max={2_000} value={content.notice} onChange={notice => { change({ notice }) }} />
          {unfinished && <p className='text-sm text-warn'>{t('notices.needed')}</p>}
          {teams.length > 1 && <Checks label={`${t('notices.planTeams')} (${content.teamIds.length === 0 ? t('notices.notice.allTeams') : content.teamIds.length})`} values={content.teamIds} options={teams.map(team => ({ value: team.id, text: team.name }))} onChange={teamIds => { change({ teamIds }) }} />}
        </Group>
        <Group title={t('notices.scripts')}><PlanScripts ids={content.scriptIds} onChange={scriptIds => { change({ scriptIds }) }} /></Group>
        <Group title={t('notices.reply')} hint={t('notices.replyHint')}>
          <Switch label={t('notices.replyOn')} on={content.autoReply !== null} onChange={on => { change({ autoReply: on ? { zh: '', en: '' } : null }) }} />
          {content.autoReply && <Area label={t('notices.replyZh')} rows={2} max={500} value={content.autoReply.zh} onChange={zh => { change({ autoReply: { en: '', ...content.autoReply, zh } }) }} />}
          {content.autoReply && <Area label={t('notices.replyEn')} rows={2} max={500} value={content.autoReply.en} onChange={en => { change({ autoReply: { zh: '', ...content.autoReply, en } }) }} />}
        </Group>
        <Group title={t('notices.path')} hint={t('notices.pathHint')}><Area label={t('notices.path')} rows={3} max={2_000} value={content.reportingPath} onChange={reportingPath => { change({ reportingPath }) }} /></Group>
        <div className='flex justify-end px-5 pb-4'>
          {retiring ? <span className='text-sm text-warn'>{t('rules.retiring')}</span> : (
            <Button
              small look='quiet' disabled={live?.activeSinceMs !== undefined && live?.activeSinceMs !== null} onClick={() => {
                if (item.live) retire()
                else {
                  drop()
                  onGone()
                }
              }}
            >
              <Trash2 size={14} aria-hidden='true' />{t('notices.remove')}
            </Button>
          )}
        </div>
      </div>
      <WritingBar kind='incident_plan' item={item} title={content.title || t('notices.untitled')} read={planOf} writing={writing} count={1} blocked={unfinished && !retiring} />
    </>
  )
}
