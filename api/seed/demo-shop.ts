import type { DemoChannel, DemoPeriod, DemoPerson, DemoShop, DemoTeam } from './demo-types.ts'

export const DEMO_SHOP: DemoShop = { account: 'yunduo', name: '云朵小铺', timeZone: 'Asia/Shanghai' }

export const DEMO_TEAMS: readonly DemoTeam[] = [
  { key: 'team-presale', name: '售前组' },
  { key: 'team-aftersale', name: '售后组' },
]

/** First and last minute of service; the shifts meet in the middle. */
export const OPEN_FROM_MIN = 9 * 60
export const SHIFT_CHANGE_MIN = 16 * 60
export const OPEN_TO_MIN = 23 * 60

const EVERY_DAY: readonly DemoPeriod[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => (
  { weekday, fromMin: OPEN_FROM_MIN, toMin: OPEN_TO_MIN }
))

/** A closed IM that nothing can connect to: its conversations are started and timed by hand. */
function byHand(key: string, name: string, teamKey: DemoTeam['key']): DemoChannel {
  return {
    key, publicKey: '', kind: 'companion', name, teamKey, skill: null, automaticReply: null, closedNotice: null, openingPeriods: [],
    holidays: [],
  }
}

export const DEMO_CHANNELS: readonly DemoChannel[] = [
  {
    key: 'channel-web',
    publicKey: 'yunduo-web',
    kind: 'web_chat',
    name: '网店在线咨询',
    teamKey: 'team-presale',
    skill: null,
    automaticReply: '您好，欢迎来到云朵小铺，客服马上为您服务，您可以先把想问的发过来。',
    closedNotice: '您好，现在是休息时间，服务时间为每天9点到23点。请留下问题和订单号，上班后第一时间回复您。',
    inEnglish: {
      automaticReply: 'Hello, welcome to Yunduo! An agent will be with you right away; feel free to write your question already.',
      closedNotice: 'Hello, we are closed now; our hours are 9:00 to 23:00 (UTC+8) every day. Leave your question and order number, and we answer first thing.',
    },
    openingPeriods: EVERY_DAY,
    holidays: [],
  },
  {
    key: 'channel-hook',
    publicKey: 'yunduo-hook',
    kind: 'webhook',
    name: '店铺后台售后消息',
    teamKey: 'team-aftersale',
    skill: 'after_sale',
    automaticReply: '您好，售后消息已收到，客服马上来看，方便的话请附上订单号和照片。',
    closedNotice: '您好，售后服务时间为每天9点到23点，您的留言已保存，上班后第一时间处理。',
    openingPeriods: EVERY_DAY,
    holidays: [],
  },
  byHand('channel-wangwang', '旺旺（手工）', 'team-presale'),
  byHand('channel-wangwang-after', '旺旺售后（手工）', 'team-aftersale'),
]

const both: DemoPerson['teamKeys'] = ['team-presale', 'team-aftersale']

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    account: 'zhuguan', name: '沈主管', roles: ['supervisor', 'agent', 'qc_reviewer'], teamKeys: both, seniority: 'senior',
    skills: ['pre_sale', 'after_sale', 'complaint'], languages: ['zh', 'en'], conversationLimit: 3, shift: null,
  },
  {
    account: 'xiaoan', name: '小安', roles: ['agent'], teamKeys: ['team-presale'], seniority: 'senior',
    skills: ['pre_sale', 'size'], languages: ['zh', 'en'], conversationLimit: 8, shift: 'day',
  },
  {
    account: 'xiaolin', name: '小林', roles: ['agent', 'trainer'], teamKeys: ['team-aftersale'], seniority: 'senior',
    skills: ['after_sale', 'complaint'], languages: ['zh'], conversationLimit: 8, shift: 'day',
  },
  {
    account: 'ajie', name: '阿杰', roles: ['agent'], teamKeys: both, seniority: 'junior',
    skills: ['pre_sale', 'after_sale'], languages: ['zh'], conversationLimit: 6, shift: 'day',
  },
  {
    account: 'momo', name: '沫沫', roles: ['agent'], teamKeys: ['team-presale'], seniority: 'junior',
    skills: ['pre_sale', 'size'], languages: ['zh'], conversationLimit: 6, shift: 'late',
  },
  {
    account: 'dapeng', name: '大鹏', roles: ['agent', 'qc_reviewer'], teamKeys: ['team-aftersale'], seniority: 'senior',
    skills: ['after_sale', 'complaint'], languages: ['zh'], conversationLimit: 8, shift: 'late',
  },
  {
    account: 'qiqi', name: '琪琪', roles: ['agent'], teamKeys: both, seniority: 'junior',
    skills: ['pre_sale', 'after_sale'], languages: ['zh', 'en'], conversationLimit: 6, shift: 'late',
  },
  {
    account: 'xinren1', name: '小雨', roles: ['trainee'], teamKeys: ['team-presale'], seniority: 'trainee',
    skills: ['pre_sale'], languages: ['zh'], conversationLimit: 2, shift: 'day',
  },
  {
    account: 'xinren2', name: '小周', roles: ['trainee'], teamKeys: ['team-aftersale'], seniority: 'trainee',
    skills: ['after_sale'], languages: ['zh'], conversationLimit: 2, shift: 'late',
  },
  {
    account: 'admin', name: '管理员', roles: ['admin'], teamKeys: both, seniority: 'senior',
    skills: [], languages: ['zh', 'en'], conversationLimit: 0, shift: null,
  },
]
