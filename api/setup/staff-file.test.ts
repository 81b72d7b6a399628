import { expect, it } from 'vitest'
import { readStaffFile } from './staff-file.ts'

it('reads English and Chinese headers and words', () => {
  const english = readStaffFile('account,name,roles,teams\nlily,Lily,agent;trainer,Pre-sale\n')
  const chinese = readStaffFile('\uFEFF账号,姓名,角色,团队,资历,技能,语言,接待上限\nxiaoyu,小雨,客服、质检,售前,资深,退换,中文、英语,12\n')
  expect(english).toEqual({
    errors: [],
    entries: [{
      line: 2, account: 'lily', name: 'Lily', roles: ['agent', 'trainer'], teams: ['Pre-sale'], seniority: 'junior',
      skills: [], languages: ['zh'], conversationLimit: 8,
    }],
  })
  expect(chinese.errors).toEqual([])
  expect(chinese.entries[0]).toMatchObject({
    account: 'xiaoyu', roles: ['agent', 'qc_reviewer'], seniority: 'senior', languages: ['zh', 'en'], conversationLimit: 12,
  })
})

it('names every fault by line and keeps the good lines', () => {
  const { entries, errors } = readStaffFile([
    'account,name,roles,teams,limit', 'a b,Ann,agent,x,5', '', 'bob,,wizard,x,5', 'carl,Carl,agent,x,5', 'carl,Carl,agent,x,900',
  ].join('\n'))
  expect(entries.map((entry) => entry.account)).toEqual(['carl'])
  expect(errors.map(({ line, column }) => `${line} ${column}`)).toEqual([
    '2 account', '4 name', '4 roles', '6 account', '6 limit',
  ])
})

it('says which columns are missing, and survives what is no table', () => {
  expect(readStaffFile('name\nAnn\n').errors[0]?.problem).toContain('account, roles, teams')
  expect(readStaffFile('account,name\n"open').errors).toHaveLength(1)
  expect(readStaffFile('').errors).toHaveLength(1)
})
