import type { Actor } from '../auth/authenticate.ts'
import type { ApiContext } from '../context.ts'
import type { StudioAsk, StudioInput, StudioOutput } from '../../protocol/studio.ts'

/** Answers one question of protocol/studio.ts, asked by a supervisor or administrator. Throws ProblemError. */
export type StudioHandler<N extends StudioAsk> = (context: ApiContext, actor: Actor, input: StudioInput<N>) => Promise<StudioOutput<N>>
export type StudioHandlers = { readonly [N in StudioAsk]: StudioHandler<N> }
