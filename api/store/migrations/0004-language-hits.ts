/** What rules found, by time: supervisors look at the last weeks of it. */
export const migration0004 = {
  version: 4,
  name: '0004-language-hits',
  sql: `
create index language_hit_by_at_ms on language_hit (tenant, at_ms);
`,
} as const
