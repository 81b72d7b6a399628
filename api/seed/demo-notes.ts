import type { Faker } from '@faker-js/faker'
import type { DemoConversation, DemoNote } from './demo-types.ts'
import { MINUTE_MS } from './demo-random.ts'

const NOTES = [
  '皮肤敏感，荐款时优先棉混纺。', '平时穿M，喜欢宽松，大一码更满意。', '每年11月给妈妈买开衫，可提前推荐。', '要求发顺丰，愿意补差价。', '对物流时效敏感，出库后主动发单号。',
  '上次有线头问题，已补偿，再次发货前请仓库检查。', '说话直接但讲理，先给方案再解释。', '常买礼盒，手写贺卡字数不要太多。', '白天上班不方便接电话，晚上7点后联系。', '对颜色偏差在意，荐款时附室内实拍。',
  '个子高，袖长问清楚再荐码。', '建议过出加长款，已转商品部，上新可通知。', '收件地址为公司，周末不派送。', '孕期，荐无束腰款。', '给爸爸买羊毛背心，XL合适。',
] as const

/**
 * Notes that agents left on customers after talking to them. (D3, P1)
 * Goes in: the seeded source, the conversations. Comes out: about 120 notes, at most one per conversation,
 * right after its end.
 */
export function demoNotes(faker: Faker, conversations: readonly DemoConversation[]): readonly DemoNote[] {
  const noted = conversations.filter(() => faker.datatype.boolean({ probability: 0.4 }))
  return noted.map((conversation, at) => ({
    key: `note-${String(at + 1).padStart(4, '0')}`,
    customerKey: conversation.customerKey,
    authorAccount: conversation.agentAccount,
    body: faker.helpers.arrayElement(NOTES),
    atMs: conversation.closedAtMs + faker.number.int({ min: 5_000, max: 2 * MINUTE_MS }),
  }))
}
