import { seedScripts } from '../seed-script.ts'
import type { SeedScript } from '../seed-script.ts'

const DAY_MS = 86_400_000

/**
 * Campaign scripts, with dates around the given time: running ones, one that begins soon and one that has ended.
 * Goes in: the time in epoch ms. Comes out: scripts that carry their dates. (S3, S6)
 */
export function campaignScripts(nowMs: number): readonly SeedScript[] {
  return seedScripts('recommendation', [
    {
      code: 'hd21',
      scene: 'campaign',
      tags: ['活动', '满减'],
      zh: ['冬暖满减', '冬暖活动正在进行：满299减30，满599减80，可与会员折扣同享。要我帮您搭配到更划算的金额吗？'],
      en: [
        'Winter discount',
        'Winter offer: 30 off 299, 80 off 599, together with member prices. Shall I help you combine?',
      ],
      validFromMs: nowMs - 3 * DAY_MS,
      validToMs: nowMs + 10 * DAY_MS,
    },
    {
      code: 'hd22',
      scene: 'campaign',
      tags: ['活动', '第二件'],
      zh: ['第二件半价', '围巾和袜子系列第二件半价，同款不同色也可以。您喜欢哪个颜色？我帮您看库存。'],
      validFromMs: nowMs - 2 * DAY_MS,
      validToMs: nowMs + 5 * DAY_MS,
    },
    {
      code: 'hd23',
      scene: 'campaign',
      tags: ['活动', '预告', '新品'],
      zh: ['新品上架预告', '后天上午10点新款麻花开衫上架，前两天有新品价。需要我到时提醒您吗？'],
      en: ['New arrivals', 'New cable cardigans arrive the day after tomorrow at 10:00. Shall I remind you then?'],
      validFromMs: nowMs - DAY_MS,
      validToMs: nowMs + 2 * DAY_MS,
    },
    {
      code: 'hd24',
      scene: 'campaign',
      tags: ['活动', '会员日'],
      zh: ['会员日', '会员日开始啦，银卡、金卡会员全店再享折扣，付款时自动计算。您想看哪一类，我来推荐？'],
      validFromMs: nowMs + 6 * DAY_MS,
      validToMs: nowMs + 8 * DAY_MS,
    },
    {
      code: 'hd25',
      scene: 'campaign',
      tags: ['活动', '大促'],
      zh: ['秋季上新周', '秋季上新周全场包邮，部分款式有赠品。您看中哪一款，我帮您确认有没有赠品？'],
      validFromMs: nowMs - 40 * DAY_MS,
      validToMs: nowMs - 33 * DAY_MS,
    },
    {
      code: 'hd26',
      scene: 'campaign',
      tags: ['活动', '价保'],
      zh: ['活动价保', '您担心买完降价对吗？活动期间下单的，15天内同款降价可以找我补差。这样清楚吗？'],
      en: [
        'Price match',
        'Worried it gets cheaper? If it does within 15 days, write to me and we refund the difference.',
      ],
      validFromMs: nowMs - 3 * DAY_MS,
      validToMs: nowMs + 10 * DAY_MS,
    },
  ])
}
