import { clsx } from 'clsx'
import { ShopPicture } from '../../palette/shop-picture.tsx'
import { useScriptNames } from '../hygiene/script-names.ts'
import { DiffText } from './diff-text.tsx'
import { useFieldWords } from './use-field-words.ts'

type Props = { name: string; before: unknown; after: unknown }

/** One field as it was and as it is now: text with its changes, pictures as pictures, other scripts by their titles. */
export function FieldText({ name, before, after }: Props) {
  const words = useFieldWords()
  if (name === 'pictureIds') return <Pictures before={idsOf(before)} after={idsOf(after)} />
  if (name === 'scriptIds' || name === 'twinOf') return <Titles before={idsOf(before)} after={idsOf(after)} />
  return <DiffText before={words(name, before)} after={words(name, after)} />
}

function idsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')
}

function Pictures({ before, after }: { before: string[]; after: string[] }) {
  return (
    <span className='flex flex-wrap gap-2'>
      {[...before.filter(id => !after.includes(id)), ...after].map(id => {
        const Mark = !after.includes(id) ? 'del' : before.includes(id) ? 'span' : 'ins'
        return <Mark key={id} className={clsx('rounded-md no-underline', Mark === 'del' && 'opacity-50 outline-2 outline-late', Mark === 'ins' && 'outline-2 outline-brand')}><ShopPicture id={id} /></Mark>
      })}
    </span>
  )
}

function Titles({ before, after }: { before: string[]; after: string[] }) {
  const names = useScriptNames()
  const titles = (ids: string[]) => ids.map(id => names.get(id)?.title ?? id).join('\n')
  return <DiffText before={titles(before)} after={titles(after)} />
}
