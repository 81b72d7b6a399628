import { useEffect, useState } from 'react'
import type { DeskError, QueryArgs, QueryName, QueryValue } from '../../protocol/desk-api.ts'
import { useDesk } from './desk-context.ts'
import { keepSame } from './keep-same.ts'

type Asked<T> = { value: T | undefined; error: DeskError | null }

/**
 * A live query that only this part of the window shows, for as long as it is on screen.
 * @param args null = not asked now
 * @returns undefined until the core has answered; after an error the last value stays
 */
export function useQuery<N extends QueryName>(name: N, args: QueryArgs<N> | null): Asked<QueryValue<N>> {
  const { client } = useDesk()
  const key = args === null ? null : JSON.stringify(args)
  const [asked, setAsked] = useState<Asked<QueryValue<N>> & { key: string | null }>({ key, value: undefined, error: null })
  useEffect(() => {
    if (key === null) return
    return client.subscribe(name, JSON.parse(key) as QueryArgs<N>, {
      value: value => { setAsked(before => ({ key, value: keepSame(before.key === key ? before.value : undefined, value), error: null })) },
      error: error => { setAsked(before => ({ key, value: before.key === key ? before.value : undefined, error })) },
    })
  }, [client, name, key])
  return asked.key === key ? asked : { value: undefined, error: null }
}
