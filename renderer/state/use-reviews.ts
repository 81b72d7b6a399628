import { useEffect, useState } from 'react'
import type { ReviewAsked } from '../../protocol/script-views.ts'
import { useDesk } from './desk-context.ts'
import { keepSame } from './keep-same.ts'

const NONE: ReviewAsked[] = []

/** What colleagues have handed in and wait to have looked at. @param mayLook only supervisors are asked */
export function useReviews(mayLook = true): ReviewAsked[] {
  const { client } = useDesk()
  const [asked, setAsked] = useState(NONE)
  useEffect(() => {
    if (!mayLook) return
    return client.subscribe('reviews', {}, { value: value => { setAsked(before => keepSame(before, value)) } })
  }, [client, mayLook])
  return mayLook ? asked : NONE
}
