import { seedRules, type SeedRule } from './seed-rule.ts'

const ZH = '不说绝对的话；带上具体时间的承诺才是好承诺。'
const EN = 'No absolute promises; name a time instead.'

/** C3: absolute promises and claims. A sentence that names a time is not flagged for a promise. */
export const promiseRules: readonly SeedRule[] = [
  ...seedRules('C3', 'zh', ZH, [
    ['yi-ding', 'warn', ['我一定', '我们一定', '一定会', '一定能', '一定给', '一定帮', '一定可以', '一定是', '一定不会', '肯定会', '肯定能', '肯定可以', '肯定没问题', '肯定不会', '肯定给', '铁定', '保准', '妥妥的', '包在我身上', '打包票', '拍胸脯', '放一百个心', '板上钉钉'], '我会尽力，并在今天18点前给您答复', [
      '不一定会', '不一定能', '不一定可以', '不一定是', '不一定给', '不敢肯定会', '不一定不会', '统一定给', '第一定能',
    ]],
    ['bao-zheng', 'warn', ['保证', '我保证', '绝对保证', '百分百保证', '向您保证', '跟您保证', '担保', '我发誓', '发誓', '承诺绝不', '绝不会'], '我来跟进到底', ['保证金', '保证书', '质量保证卡', '担保交易', '保证卡', '不能保证', '无法保证', '没法保证', '不敢保证', '不好保证', '正品保证险', '品质保证服务', '担保公司', '平台担保', '保证服务', '消费者保证计划']],
    ['jue-dui', 'warn', ['绝对', '绝对不会', '绝对没有', '绝对正品', '绝对划算', '绝对放心', '百分之百', '百分百', '100%', '百分之一百', '万无一失', '零风险', '毫无风险', '没有任何问题', '完全没问题', '完全没有问题', '丝毫不会', '一点问题都没有'], '就目前的情况看', [
      '100%棉', '100%羊毛', '100%纯棉', '100%绵羊毛', '100%山羊绒', '100%羊绒', '100%桑蚕丝', '100%聚酯', '100%锦纶', '100%亚麻', '100%精梳棉', '100%美利奴', '100%新疆棉', '100%有机棉', '100%真丝', '百分百棉', '百分百羊毛', '百分百纯棉', '百分之百棉', '百分之百羊毛', '100% wool', '100% cotton', '100% cashmere', '100% silk', '100% linen',
      '100% merino', '100% polyester', '100% nylon', '面料100%', '成分100%', '成份100%', '含量100%', '电量100%', '100%腈纶', '100%粘纤', '绝对值', '100%兔毛', '100%涤纶', '百分百山羊绒', '百分百桑蚕丝', '百分之百桑蚕丝', '百分之百真丝', '百分之百纯棉', '百分之百绵羊毛', '百分之百羊绒', '百分之百山羊绒', '含棉100%',
    ]],
    ['zui', 'warn', [
      '全网最低', '全网最便宜', '最低价', '史上最低', '史低', '最便宜', '最好的', '最好看', '最优质', '最先进', '最高级', '质量最好', '最佳', '全国第一', '行业第一', '销量第一', '第一品牌', '全网第一', '世界第一', '独一无二', '绝无仅有', '史无前例', '无与伦比', '顶级', '极品', '国家级', '世界级', '唯一一家', '全网唯一', '仅此一家',
      '天下第一', '宇宙第一', '无敌',
    ], '很受大家喜欢', ['最好的办法', '最好的方式', '最佳方案', '最佳时间', '最好的时间', '最好的方法', '最佳观看', '最好的选择是您']],
    ['yong-yuan', 'warn', [
      '永远不会', '永远不', '永久保修', '永久有效', '永久不', '终身质保', '终身保修', '终身免费', '一辈子不', '永不掉色', '永不变形', '永不起球', '绝不起球', '绝不掉色', '绝不缩水', '绝不变形', '不会起球', '不会掉色', '不会缩水', '不会变形', '不会过敏', '穿不坏', '假一赔十', '假一罚十', '假一赔万', '无条件退', '任何时候都能退', '随时都能退', '不满意随便退',
      '怎么洗都不会',
    ], '按洗标护理，能保持得更久', ['会不会起球', '会不会掉色', '会不会缩水', '会不会变形', '会不会过敏', '不会起球吗', '不会掉色吗', '不会缩水吗', '不会变形吗', '会不会容易变形']],
    ['ma-shang-dao', 'warn', ['马上就到货', '立刻到账', '秒到账', '立马到账', '马上到账', '明天肯定到', '明天一定到', '今天肯定发', '今天一定发', '今天必发', '明天必到', '准时送达没问题', '包您满意', '包满意', '包退包换', '包您喜欢', '包您合适', '包合身', '不买后悔', '错过后悔', '再也没有了'], '预计的时间我查好后告诉您'],
    ['liao-xiao', 'warn', ['包治', '根治', '疗效', '药到病除', '抗癌', '防癌', '治百病', '减肥神器', '瘦十斤', '无副作用', '没有副作用', '纯天然无', '驱寒祛湿', '活血', '排毒'], '穿着的感受因人而异，可以参考详情页'],
  ]),
  ...seedRules('C3', 'en', EN, [
    ['guarantee', 'warn', ['I guarantee', 'we guarantee', 'guaranteed', 'I promise', 'we promise', 'I swear', 'you have my word', 'trust me', 'for sure', 'definitely', 'certainly will', 'will surely', 'absolutely will', 'without fail', 'without a doubt', 'no doubt', 'I assure you', 'rest assured it will', '100% sure', '100 percent', 'hundred percent', '100% satisfaction', '100% safe'], 'we expect', [
      'not guaranteed', 'cannot guarantee', "can't guarantee", 'not know for sure', "don't know for sure", 'as i promised', 'as we promised', 'find out for sure', '100 percent wool', '100 percent cotton', '100 percent cashmere', '100 percent silk', '100 percent merino', 'hundred percent wool', 'hundred percent cotton', 'the promise we promised', 'to know for sure',
    ]],
    ['best', 'warn', ['the best', 'the cheapest', 'lowest price', 'best price ever', 'cheapest online', 'the number one', 'world class', "world's best", 'top of the world', 'second to none', 'unbeatable', 'one of a kind', 'the only shop', 'nobody else has', 'perfect in every way', 'the finest in the world', 'best quality'], 'a popular', [
      'the best way', 'the best time', 'do the best', 'the best solution', 'the best size', 'the best option', 'what is the best', 'the best address', 'the best number', 'the best fit for you', 'wish you the best', 'all the best', 'the best of luck',
    ]],
    ['never', 'warn', [
      'never pills', 'never fades', 'never shrinks', 'will never', 'lasts forever', 'last forever', 'lifetime guarantee', 'lifetime warranty', 'no risk', 'risk free', 'zero risk', 'always works', 'fits everyone', 'suits everyone', 'no questions asked', 'return it any time', 'unconditional refund', 'forever yours', 'it never breaks', "won't shrink", 'will not shrink', "won't fade", 'will not fade', "won't pill", 'will not pill', 'never lose colour',
    ], 'keeps well when washed as the label says', ['will never ask', 'will never call', 'will never request', 'will never need', 'will never share']],
    ['instantly', 'warn', ['will arrive tomorrow for sure', 'arrives tomorrow without', 'instant refund', 'instantly refunded', 'refund is instant', 'cures', 'heals', 'medical effect', 'miracle', 'no side effects', 'clinically proven', 'lose weight', 'you will regret', 'last chance ever', 'never again at this price'], 'as far as we can tell'],
  ]),
]
