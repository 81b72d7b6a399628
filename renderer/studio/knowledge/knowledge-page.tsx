import { BookOpen, Plus, Search } from 'lucide-react'
import { clsx } from 'clsx'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../state/actions.ts'
import { useDesk } from '../../state/desk-context.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { inputLook } from '../../ui/field.tsx'
import { Busy, Empty, Problem } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { BLANK_KNOWLEDGE, knowledgeOf } from '../content.ts'
import { mineOf, startNew } from '../draft/use-writing.ts'
import { stateOf } from '../scripts/rows.ts'
import { TONE } from '../scripts/script-list.tsx'
import { openItem, useStudioState } from '../studio-store.ts'
import { useListKeys, walkButtons } from '../use-list-keys.ts'
import { useStudio } from '../use-studio.ts'
import { KnowledgeEditor } from './knowledge-editor.tsx'

/** Questions with their solutions (S4), and which of them the web chat answers by itself (S7). */
export function KnowledgePage() {
  const { t, i18n } = useTranslation()
  const desk = useDesk()
  const { view, error } = useStudio('knowledge')
  const [text, setText] = useState('')
  const openId = useStudioState(state => state.open['knowledge'])
  const rows = useMemo(() => (view?.items ?? []).map(item => ({ item, content: knowledgeOf((mineOf(item) ?? item.drafts[0])?.content ?? item.live ?? {}) })), [view])
  const shown = rows.filter(({ content }) => `${content.question}\n${content.solution}\n${content.tags.join(' ')}`.toLowerCase().includes(text.trim().toLowerCase()))
  const open = rows.find(({ item }) => item.id === openId)?.item
  const create = () => { openItem('knowledge', startNew(desk, 'knowledge', { ...BLANK_KNOWLEDGE, language: i18n.language === 'en' ? 'en' : 'zh' })) }
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  useListKeys(create, field)
  const place = shown.findIndex(({ item }) => item.id === openId)
  useEffect(() => { list.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' }) }, [place])
  if (!view) return error ? <div className='p-4'><Problem text={errorText(error)} /></div> : <Busy text={t('studio.loading')} />
  return (
    <div className='flex min-h-0 flex-1'>
      <section aria-label={t('studio.knowledge.list')} className='flex w-[380px] shrink-0 flex-col border-r border-line bg-panel max-[1280px]:w-[300px]'>
        <div className='flex items-center gap-1.5 border-b border-line p-2'>
          <div className='relative min-w-0 flex-1'>
            <Search size={14} aria-hidden='true' className='absolute top-2.5 left-2.5 text-ink-3' />
            <input
              ref={field} type='search' value={text} aria-label={t('studio.knowledge.search')} placeholder={t('studio.knowledge.search')} spellCheck={false} className={`${inputLook} pl-8`}
              onChange={event => { setText(event.target.value) }} onKeyDown={event => { if (event.key === 'ArrowDown') list.current?.querySelector('button')?.focus() }}
            />
          </div>
          <IconButton label={t('studio.knowledge.new')} keys='Alt N' className='size-9' onClick={create}><Plus size={17} /></IconButton>
        </div>
        {shown.length === 0
          ? <Empty icon={<BookOpen size={28} />} title={rows.length === 0 ? t('studio.knowledge.empty') : t('studio.scripts.nothing')}>{rows.length === 0 && <Button small className='mt-4' onClick={create}>{t('studio.knowledge.new')}</Button>}</Empty>
          : (
              <ul ref={list} className='min-h-0 flex-1 overflow-y-auto' onKeyDown={walkButtons}>
                {shown.map(({ item, content }) => (
                  <li key={item.id}>
                    <button
                      type='button' aria-current={item.id === openId ? 'true' : undefined} onClick={() => { openItem('knowledge', item.id) }}
                      className={clsx('flex w-full flex-col border-b border-line px-3 py-2 text-left focus-visible:outline-offset-[-2px]', item.id === openId ? 'bg-brand-soft' : 'hover:bg-hover')}
                    >
                      <span className='flex w-full items-center gap-1.5'>
                        <span className='min-w-0 flex-1 truncate'>{content.question || t('studio.untitled')}</span>
                        {content.autoAnswer.on && <Tag tone='info'>{t('studio.knowledge.auto')}</Tag>}
                        {stateOf(item) !== 'live' && <Tag tone={TONE[stateOf(item)]}>{t(`studio.state.${stateOf(item)}`)}</Tag>}
                      </span>
                      <span className='w-full truncate text-sm text-ink-3'>{content.solution.slice(0, 120)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
      </section>
      <section aria-label={t('studio.knowledge.editor')} className='flex min-w-0 flex-1 flex-col'>
        {open ? <KnowledgeEditor key={open.id} item={open} /> : openId ? <Busy text={t('common.loading')} /> : <Empty icon={<BookOpen size={28} />} title={t('studio.knowledge.pick')} />}
      </section>
    </div>
  )
}
