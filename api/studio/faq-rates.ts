import type { StudioHandler } from './handler.ts'

const DAY_MS = 86_400_000

/** S7: how often each question was answered by itself in the last days, and what came of it; the most answered first. */
export const faqRates: StudioHandler<'faq.rates'> = async ({ sql, clock }, { tenant }, { days }) => {
  const rows = await sql<{ knowledgeId: string, answered: number, helped: number, toPerson: number }[]>`
    select knowledge_id as "knowledgeId", count(*)::int as answered, count(*) filter (where outcome = 'helped')::int as helped,
      count(*) filter (where outcome = 'to_person')::int as "toPerson"
    from faq_answer where tenant = ${tenant} and at_ms > ${clock.now() - days * DAY_MS}
    group by knowledge_id order by answered desc, knowledge_id`
  return [...rows]
}
