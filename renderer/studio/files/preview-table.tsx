import { useTranslation } from 'react-i18next'
import { Tag } from '../../ui/tag.tsx'
import { sceneWord } from '../scripts/scene-words.ts'
import type { ReadFile } from './import-store.ts'

const HEADS = ['line', 'action', 'code', 'title', 'body', 'stage'] as const
const TONES = { new: 'brand', change: 'info', same: 'plain' } as const

/** The first rows as the scripts they become. */
export function PreviewTable({ read: { preview } }: { read: ReadFile }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby='files-preview'>
      <h3 id='files-preview' className='mb-2 font-semibold'>{t('files.preview', { count: preview.length })}</h3>
      <div className='overflow-x-auto rounded-lg border border-line bg-panel'>
        <table className='w-full table-fixed text-left'>
          <colgroup>
            <col className='w-14' /><col className='w-20' /><col className='w-28' /><col className='w-52 max-[1180px]:w-36' /><col /><col className='w-40' />
          </colgroup>
          <thead className='text-sm text-ink-2'>
            <tr>{HEADS.map(head => <th key={head} scope='col' className='border-b border-line px-3 py-1.5 font-normal'>{t(`files.head.${head}`)}</th>)}</tr>
          </thead>
          <tbody>
            {preview.map(({ line, action, content }) => (
              <tr key={line} className='border-b border-line align-top last:border-0'>
                <td className='px-3 py-1.5 text-ink-2 tabular-nums'>{line}</td>
                <td className='px-3 py-1.5'><Tag tone={TONES[action]}>{t(`files.action.${action}`)}</Tag></td>
                <td className='selectable px-3 py-1.5 break-all'>{content.code}</td>
                <td className='selectable px-3 py-1.5 break-words'>{content.title}</td>
                <td className='selectable px-3 py-1.5'><span className='line-clamp-2 break-words whitespace-pre-line' title={content.body}>{content.body}</span></td>
                <td className='px-3 py-1.5 text-ink-2'>{t(`stage.${content.stage}`)}{content.scene !== null && <span className='block truncate text-sm'>{sceneWord(t, content.scene)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
