import { describe, expect, it } from 'vitest'
import { isMereGreeting, isThanks } from './greeting.ts'

const GREETINGS = [
  '你好', '您好', '你好！', '您好~', '你好啊', '您好呀', '你们好', '在吗', '在吗？', '在嘛', '在么', '在不', '在不在', '亲在吗', '亲，在不',
  '亲', '亲亲', '亲爱的', '有人吗', '有人在吗？', '有人么', '有没有人', '哈喽', '哈罗哈罗', '嗨', '喂', '喂？在吗', '早', '早上好', '早安', '下午好！',
  '晚上好', '客服在吗', '老板在吗', '小姐姐在吗', '你好，在吗？', '你好你好', '你好 😊', '👋', '在吗在吗在吗', '您好，请问', '你好，我想咨询一下',
  '打扰了', '打扰一下', 'hi', 'Hi!', 'hiiii', 'HELLO', 'helloooo~', 'hello there', 'Hey', 'Hi, anyone there?',
  'Are you there?', 'Good morning',
  'Good evening!', 'ｈｅｌｌｏ', '你 好', '在嗎', '親，在嗎', '哈囉', 'nihao', '您好，有客服在吗', '想问一下', '請問',
]
const NO_GREETINGS = [
  '', '   ', '？', '😊', '你好，退款怎么还没到', '在吗，这件有M码吗', '亲，什么时候发货', '您好我要退货', '你好 衣服破了个洞', 'hi where is my parcel',
  'Hello, I want a refund', '老板，便宜点', '客服态度太差', '在吗 急', '你好，转人工', '有货吗', '有人管吗', '在哪里', '在哪发货', '早点发货', '早上好，我的快递呢',
  '晚上能到吗', '好', '好的', '谢谢', '请问有货吗', '想问一下尺码', '2026112012345678', 'https://example.com/item/1', '你好贵', '您好，昨天说的差价退了吗',
  'hi, size M?', 'there is a hole in it', '请问这件毛衣是什么材质', '你们好慢', '投诉', '亲，帮我改下地址', '打扰一下，这款会起球吗', '你好'.repeat(40),
]
const THANKS = [
  '谢谢', '谢谢！', '谢谢~', '谢谢你', '谢谢您', '谢谢啦', '谢谢了', '谢谢哈', '谢谢亲', '谢谢客服', '谢谢小姐姐', '多谢', '多谢了', '感谢', '非常感谢', '太感谢了',
  '十分感谢！', '谢啦', '谢了', '好的谢谢', '好的，谢谢', '好，谢谢', '嗯嗯谢谢', '嗯，谢谢您', '行，谢谢', 'ok谢谢', 'OK，多谢', '知道了，谢谢', '明白了谢谢', '收到，谢谢',
  '清楚了，谢谢你', '没有了，谢谢', '没了谢谢', '不用了谢谢', '没问题，谢谢', '谢谢，再见', '谢谢，拜拜', '辛苦了', '辛苦啦，谢谢', '谢谢，辛苦了', '麻烦你了', '麻烦了，谢谢',
  '谢谢🙏', '🙏', '🙏🙏🙏', '谢谢谢谢谢谢', '謝謝', '多謝', '3q', 'thx', 'Thx!', 'thanks', 'Thanks!', 'Thank you', 'thank you so much',
  'Thanks a lot!',
  'ok thanks', 'Great, thank you!', 'Got it, thanks', 'No, thanks', 'thank you very much', 'Thanks for your help',
  'Thanks, bye', 'ty', 'ty so much',
  '谢谢你的耐心解答', '好的，谢谢您，祝您生活愉快', '蟹蟹', 'ｔｈａｎｋｓ',
]
const NO_THANKS = [
  '', '？', '好的', '嗯', 'ok', '知道了', '再见', '你好', '👍', '谢谢，那什么时候发货', '谢谢，还有一个问题', '好的谢谢，地址改一下', '谢谢你们浪费我的时间',
  '谢谢，但是还没收到', '谢谢，退款多久到', '感谢，顺便问下运费', '麻烦了，帮我查一下', '麻烦你了，帮我查下物流', '辛苦了，什么时候能到', '不用谢谢我要投诉', '谢谢，能开发票吗',
  '不谢，退钱', '谢谢，我要L码', '好的，那退款呢', '谢谢，收货人张三', 'thanks but it is broken', 'Thank you, when will it ship?',
  'thanks, size M please',
  'Thanks, and the refund?', 'no thank you I want a refund', 'great, another delay, thanks for nothing',
  '谢谢2026112012345678', '真是谢谢你们啊，拖了十天',
  '我谢谢你全家', '感谢信怎么写', '谢谢，尺码呢', 'dirty', 'that is all', '没有收到', '辛苦帮我退款',
]

describe('isMereGreeting (T12)', () => {
  it.each(GREETINGS)('%s is', (text) => expect(isMereGreeting(text)).toBe(true))
  it.each(NO_GREETINGS)('%s is not', (text) => expect(isMereGreeting(text)).toBe(false))
})

describe('isThanks (a thank-you after close starts no timer)', () => {
  it.each(THANKS)('%s is', (text) => expect(isThanks(text)).toBe(true))
  it.each(NO_THANKS)('%s is not', (text) => expect(isThanks(text)).toBe(false))
  it('never takes a mere greeting for thanks, nor the other way round', () => {
    expect(GREETINGS.filter(isThanks)).toEqual([])
    expect(THANKS.filter(isMereGreeting)).toEqual([])
  })
  it('answers at once also for texts made to trouble the pattern', () => {
    for (const text of ['在不'.repeat(14) + '价', '有人'.repeat(14) + '价', '谢'.repeat(29) + '价', '你好'.repeat(4_000)]) {
      expect(isMereGreeting(text) || isThanks(text)).toBe(false)
    }
  })
})
