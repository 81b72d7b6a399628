import { seedRules, type SeedRule } from './seed-rule.ts'

/** D4, D5, D6, D9, D15: what a talk must not hold. */
export const dialogueRules: readonly SeedRule[] = [
  ...seedRules('D4', 'zh', '先共情，再给出带时间的承诺，不辩解。', [
    ['bian-jie', 'warn', [
      '这不怪我', '这不怪我们', '不能怪我', '不能怪我们', '怪不了我们', '怪不得我们', '我也是按', '我只是客服', '我就是个客服', '我只是个客服', '我们也很冤', '我们也没想到', '不是我们的错', '不是我的错', '这是快递的问题', '是快递的问题', '快递的错', '是平台的问题', '是仓库的问题', '仓库的错', '是厂家的问题', '那是您误会', '您误会了',
      '你误会了',
    ], '这件事让您费心了，我来跟进，两小时内给您答复'],
    ['zheng-chang', 'warn', ['这很正常', '都是正常的', '属于正常现象', '正常现象', '别人都没说', '别人都没问题', '别的顾客都没说', '大家都这样', '其他人都没有', '就您一个', '就你一个', '只有您这样', '只有你这样', '就您事多', '就你事多', '从来没人', '没有人投诉', '没人反映过', '第一次听说', '小题大做', '大惊小怪', '至于吗'], '您说的情况我记下了，请发一张照片，我来确认', ['就您一个人收', '就您一个人穿', '就您一个人住', '只有您一个人收']],
  ]),
  ...seedRules('D4', 'en', 'Empathy and a time first; no defence.', [
    ['defence', 'warn', [
      'do not blame us', "don't blame us", "don't blame me", "it's the courier's fault", 'it is the courier’s fault', "the courier's fault", 'blame the courier', 'I just work here', 'I only work here', 'nobody else complained', 'no one else complained', 'no one else has complained', 'nobody else has complained', "you're the only one", 'you are the only one', 'this is normal', "that's normal", 'that is normal',
      'not a big deal', 'no big deal', 'you misunderstood', 'you are overreacting', "you're overreacting", 'everyone else is happy', 'calm yourself',
    ], 'I am sorry about this; I will look into it and write to you within two hours', ['you are the only one who can', 'if this is normal', 'whether this is normal']],
  ]),
  ...seedRules('D5', 'zh', '结束前问一次就够了。', [
    ['hai-you', 'warn', ['还有其他可以帮', '还有什么可以帮', '还有其他需要帮', '还有什么需要帮', '还有别的可以帮', '还有别的需要', '还需要其他帮助', '还有其他问题吗', '还有别的问题吗', '还有什么问题吗', '还有其他疑问吗', '还有什么疑问', '还有其他需要吗', '还有什么需要吗'], '有需要随时找我'],
  ]),
  ...seedRules('D5', 'en', 'Once before the end is enough.', [
    ['anything-else', 'warn', ['anything else I can', 'anything else we can', 'anything else you need', 'is there anything else', 'something else I can help', 'any other questions', 'any more questions', 'help you with anything else'], 'just write if you need me'],
  ]),
  ...seedRules('D6', 'zh', '事情办完、问题答完、承诺兑现后再说结束语。', [
    ['zai-jian', 'warn', ['祝您生活愉快', '祝您购物愉快', '欢迎下次光临', '期待您的下次光临', '感谢您的咨询', '感谢您的光临', '先不打扰您了', '再见', '拜拜', '下次见'], '我先把您的问题处理好'],
  ]),
  ...seedRules('D6', 'en', 'Close when everything is answered and every promise is kept.', [
    ['bye', 'warn', ['have a nice day', 'have a great day', 'goodbye', 'bye bye', 'see you next time', 'thank you for contacting us', 'thanks for contacting us', 'hope to see you again'], 'let me finish this for you first'],
  ]),
  ...seedRules('D9', 'zh', '不和顾客争辩，先道歉。', [
    ['zheng-bian', 'block', [
      '你讲不讲理', '您讲不讲理', '讲不讲道理', '不讲道理', '不讲理', '无理取闹', '蛮不讲理', '胡搅蛮缠', '你凭什么', '您凭什么', '凭什么要', '有本事', '你威胁谁', '吓唬谁', '你骗谁', '少来这套', '别装了', '别扯了', '胡说', '瞎说', '乱说', '你态度好点', '您态度好点', '注意你的态度', '注意您的态度', '你先骂人', '你再骂', '没素质', '素质真', '没文化',
      '没教养', '碰瓷', '讹人', '讹钱', '想讹', '贪小便宜', '想占便宜', '占我们便宜', '薅羊毛', '恶意差评', '恶意退货', '职业差评', '敲诈',
    ], '非常抱歉让您有这样的感受，我来处理', ['没文化衫', '薅羊毛活动']],
    ['bu-dao-qian', 'block', ['凭什么道歉', '没什么好道歉', '没必要道歉', '为什么要道歉', '不会道歉', '已经道歉了还', '道歉也道了', '都道歉了', '还要怎么道歉', '道过歉了'], '很抱歉，给您添麻烦了'],
  ]),
  ...seedRules('D9', 'en', 'No arguing; an apology first.', [
    ['arguing', 'block', [
      'you are lying', "you're lying", 'you lie', 'liar', 'you are wrong', "you're wrong", 'be reasonable', 'you are being unreasonable', 'you are unreasonable', 'watch your language', 'watch your tone', 'watch your attitude', 'why should I apologise', 'why should I apologize', 'I already apologised', 'I already apologized', 'I said sorry already', 'no need to apologise to you', 'scammer', 'you are trying to cheat',
      'trying to get it for free', 'are you threatening me', "don't threaten me", 'you people', 'you have no manners', 'try to be polite', 'rude customer',
    ], 'I am sorry that this has upset you; let me put it right'],
  ]),
  ...seedRules('D15', 'zh', '如实说明，由我们承担，不怪顾客。', [
    ['guai-gu-ke', 'block', [
      '是您的问题', '是你的问题', '是您的错', '是你的错', '您自己的问题', '你自己的问题', '您自己弄坏', '你自己弄坏', '您自己弄的', '你自己弄的', '您自己选错', '你自己选错', '您自己买错', '您自己拍错', '你自己拍错', '您自己没看', '你自己没看', '您没看清', '你没看清', '您没看详情', '您没看说明', '您没看吗', '您搞错了', '你搞错了', '您弄错了', '你弄错了',
      '您洗坏', '自己洗坏', '自己穿坏', '是您洗', '您使用不当', '您操作不当', '您不会洗', '您不会穿', '您太胖', '您太瘦', '你太胖', '身材不好', '身材问题', '您应该早', '您早干嘛', '早干什么去了', '谁让您', '谁让你', '怪您自己', '怪你自己', '怪您没', '您为什么不早', '您怎么不早', '你怎么不早', '您当时怎么不', '您自己承担', '后果自负', '责任自负', '自己负责',
    ], '这一点我们来承担，我马上为您处理', ['是不是您的问题', '不是您的问题', '不是您的错', '并不是您的错', '是您的问题我', '不用您自己承担', '无需您自己承担', '不是您使用不当', '是您的问题吗我来', '是您洗护', '是您洗之前', '不需要您自己承担', '不是您弄错了', '不是您搞错了', '不怪您没', '这是您的问题的答复', '绝不是您的错', '不会让您自己承担', '自己负责的', '我们自己负责', '是谁让您', '是您的问题清单']],
    ['yin-man', 'warn', ['没有色差', '无色差', '零色差', '和图片一模一样', '跟图片一模一样', '与图片完全一致', '绝无瑕疵', '没有任何瑕疵', '零差评', '没有差评', '和专柜一样', '跟专柜一样', '专柜同款', '正品代购', '外贸原单', '外贸尾单', '高仿', 'A货', '大牌同款', '一比一'], '图片是自然光下拍的，实物以收到为准', ['有没有色差', '有没有瑕疵']],
  ]),
  ...seedRules('D15', 'en', 'Describe it as it is; the shop takes the blame.', [
    ['blame', 'block', [
      'your fault', 'your own fault', 'your mistake', 'you should have', 'you did not read', "you didn't read", 'you did it wrong', 'you ordered wrong', 'you ordered the wrong', 'you chose the wrong', 'you washed it wrong', 'you must have damaged', 'you must have broken', 'you broke it', 'you damaged it', 'because of you', 'you are too fat', 'you are too big', 'serves you right', 'why did you not tell us earlier', "why didn't you tell us earlier",
      'at your own risk', 'you misused', 'you failed to',
    ], 'we take care of this', ['not your fault', 'not your mistake', 'you should have received', 'you should have it', 'you should have got', 'you should have your', 'you should have the refund', 'you should have a', 'you should have the parcel', 'you should have an', 'not because of you', 'never your fault', 'you should have the money', 'you should have gotten', 'if you ordered the wrong', 'if you chose the wrong']],
    ['as-it-is', 'warn', ['exactly like the picture', 'exactly as in the picture', 'no colour difference', 'no color difference', 'flawless', 'no defects at all', 'same as the designer', 'replica', 'designer copy', 'no bad reviews', 'zero complaints'], 'photos are taken in daylight, the real one may differ slightly'],
  ]),
]
