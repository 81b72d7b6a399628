import { useMemo } from 'react'
import { useStudio } from '../use-studio.ts'

export type ScriptName = { code: string; title: string }

/** Codes and titles of the scripts that are live, by id. */
export function useScriptNames(): ReadonlyMap<string, ScriptName> {
  const { view } = useStudio('script')
  return useMemo(() => new Map((view?.items ?? []).flatMap(({ id, live }) => live
    ? [[id, { code: typeof live['code'] === 'string' ? live['code'] : '', title: typeof live['title'] === 'string' ? live['title'] : '' }] as const] : [])), [view])
}
