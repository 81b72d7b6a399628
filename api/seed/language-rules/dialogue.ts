import { seedRules, type SeedRule } from './seed-rule.ts'

/** D4, D5, D6: what a talk must not hold. */
export const dialogueRules: readonly SeedRule[] = [
  ...seedRules('D4', 'zh', '先共情，再给出带时间的承诺，不辩解。', [
    ['bian-jie', 'warn', [
      '这不怪(我/我们)', '不能怪(我/我们)', '怪不(了/得)(我/我们)', '(我也是按/我也没想到/我们也没想到)', '(我/我们)(只是/就是个/只是个/也就是个/不过是个)(客服/打工的)',
      '我们也很(冤/无辜/无奈)', '不是(我/我们)的错', '(是/都是/就是)(快递/平台/仓库/厂家/物流/师傅)的(问题/错/锅/责任/原因)', '(快递/仓库/物流/平台)(弄的/搞的/的错/的锅)',
      '你误会了', '那是你误会', '(不是/并非/又不是)(我/我们/我方/本店)…(造成/导致/引起)', '(责任/问题/过错)不(在/是)(我/我们/本店/店里)',
      '(我们/我方/本店/我)(没有/没/又没/并没有)(做错/过错/错)', '没(做/什么/有什么)错', '要怪(就/只能)怪', '(锅/责任)…(我们/我/店里)不(背/认/担)', '(我们/我)不背', '这(个/)锅',
      '(又不/不)是(我/我们)(弄/搞/干/发/包/打包/送/写/做/寄)(的/错)', '(我们/我们家/本店)…不(可能/会)(有/出)(问题/错/毛病)', '跟(质量/产品/衣服/机器/我们)…(没关系/无关/没有关系)',
      '不(是/属于)(质量/产品/机器/商品/我们产品)(的/)问题', '(勿/别再/不要再/请不要)…纠缠', '(仓库/系统/同事/财务)(搞错/弄错/发错/写错)的，…(不是/跟)我', '(价格/钱)…摆在(这/那)',
      '按(流程/规定/规矩/标准/要求/制度)(走/来/办/执行/操作/发/做)的', '我们(的/)(流程/操作/包装/发货/打包/产品/质量)…(没问题/没有问题/没错/没毛病)',
      '又不是(我/我们)…(错/弄/让/慢/害)',
    ], '这件事让您费心了，我来跟进，两小时内给您答复', [
      '怪(我/我们)(没/自己/不)', '要怪(就/只能)怪(我/我们)', '不是(质量/产品/机器/商品)(的/)问题(也/都/可以/能)', '(不管/无论/哪怕/即使)…不是(质量/产品)',
      '是不是(质量/产品/机器/商品)', '是不是(快递/仓库/物流/平台)的(问题/原因)', '(快递/仓库/物流/平台/师傅)的(问题/错/责任)(也/我们/由我/都由我/我来)',
      '不是(快递/仓库/物流/平台)的', '我们…(没问题/没有问题)(再/才/的话/就)', '(检查/确认/质检/测试/保证)…(没问题/没有问题)',
    ]],
    ['zheng-chang', 'warn', [
      '这很正常', '都是正常的', '属于正常现象', '正常现象', '(别人/其他人/别的客人/别的顾客)都没(说/问题/事/反映/反馈)', '别人都(没说/没问题)', '大家都这样', '其他人都没有',
      '就你(一个/一个/事多/事儿多/特殊/要求多/毛病多)', '(只有/就/偏偏/单单)你(一个人/这样/家/有问题/不行/不能/不满意/收不到)', '怎么(就/只有/偏偏)你', '从来(没人/没有人)',
      '没有人(投诉/反映)', '没人(反映/投诉/说)过', '(第一次/头一回/头一次)(听说/见/遇到)', '小题大做', '大惊小怪', '至于(吗/这样/这么)',
      '(别的/其他/其它)(客人/顾客/买家/客户/人/亲)…(好好的/没这/没事)', '(别的/其他/其它)(客人/顾客/买家/客户/人/亲)…都(没/能/可以/不/说好)',
      '(从来/从/一直)(不会/没有/没/都没/都不会/不)(发错/出错/弄错/漏发/少发/出过/收到过/出问题)', '(卖了/做了/开店)…年…(没/从来/第一次/头一)', '用着都(好好/没)',
      '(每个/人人/个个/谁)都(要求/像你)…(还/那)', '(别人/人家/其他人)(怎么/为什么)(都/)没', '怎么(别人/人家/其他人)(都/)(没/不)',
    ], '您说的情况我记下了，请发一张照片，我来确认', [
      '就你一个人(收/穿/住/用)', '只有你一个人收', '(结晶/沉淀/浮毛/浮色/发热/气味/析出/热胀冷缩/分层/掉毛)…正常现象', '正常现象…，…(不是坏/不影响/放心/可以/帮你)',
      '你…(第一次/头一次)见', '(客人/顾客/买家/人)…都没…你放心', '第一次(听说/见/遇到)…，…(抱歉/对不起/帮你)', '不至于(吗/这样/这么)',
    ]],
  ]),
  ...seedRules('D4', 'en', 'Empathy and a time first; no defence.', [
    ['defence', 'warn', [
      "(do not/don't) blame (us/me/the shop/the warehouse)", "(courier/carrier/warehouse)'s (fault/mistake/problem/job)", "(supplier/factory)'s (fault/mistake/problem/job)",
      "(driver/post office)'s (fault/mistake/problem/job)", 'it is the courier’s fault', 'blame (the/your) (courier/carrier/driver/post office)', 'I (just/only) (work/answer) here',
      '(nobody/no one) else (has/had) (this/that/a) (problem/issue)', "(you're/you are) the only one", 'not (such/that/) a big deal', 'not a big deal', 'no big deal',
      'you misunderstood', "(you are/you're) overreacting", 'calm yourself', "(we/I) (didn't/did not) (do/done) (anything/any/a) wrong",
      "(we/I) (didn't/did not) (make/made) (anything/any/a) wrong", "(we/I) (didn't/did not) (do/done) (anything/any/a) mistake",
      "(we/I) (didn't/did not) (do/done) (anything/any/a) mistakes", "(we/I) (didn't/did not) (make/made) (anything/any/a) mistake",
      "(we/I) didn't (make/made) (anything/any/a) mistakes", '(we/I) did not (make/made) (anything/any/a) mistakes', "(we/I) (haven't/have not) (do/done) (anything/any/a) wrong",
      "(we/I) (haven't/have not) (make/made) (anything/any/a) wrong", "(we/I) haven't (do/done) (anything/any/a) (mistake/mistakes)",
      '(we/I) have not (do/done) (anything/any/a) mistake', '(we/I) have not (do/done) (anything/any/a) mistakes', "(we/I) haven't (make/made) (anything/any/a) mistake",
      "(we/I) haven't (make/made) (anything/any/a) mistakes", '(we/I) have not (make/made) (anything/any/a) mistake', '(we/I) have not (make/made) (anything/any/a) mistakes',
      '(never/not) had (a/any/one) problem (before/with/about)', '(never/not) had (a/any/one) (problems/issue) before', '(never/not) had (a/any/one) (problems/issue) (with/about)',
      "(that/this) (is not/isn't) (on us/our mistake)", '(making/make) a (fuss/scene)', "(it/this/that) can't be (us/our/on our/from us)",
      "(it/this/that) (cannot/couldn't) be (us/our/on our/from us)", 'we (always/never) (pack/check)…(wrong/mistakes)', 'we (always/never) (make/send/ship)…(wrong/mistakes)',
      'we (always/never) (pack/check)…(properly/carefully)', 'we (always/never) (make/send/ship)…(properly/carefully)',
    ], 'I am sorry about this; I will look into it and write to you within two hours', ['you are the only one who can', 'not the courier', "if it's the courier's"]],
    ['our-goods', 'warn', ['nobody else complained', 
      'nobody (else/) (complains/complained)', '(no one/no other customer) (else/) (complains/complained)', 'nobody (else/) (has complained/ever complained)',
      '(no one/no other customer) (else/) has complained', '(no one/no other customer) (else/) ever complained', '(this/that/it) is (perfectly/totally/) normal',
      "(that's/it's) (perfectly/totally/completely/) normal", 'everyone else (is happy/is fine/loves/likes/had no)', '(we/I) (did/have done/do) nothing wrong',
      'nothing wrong with (it/the/our/this/that)', '(never/not) had (a/any/one) complaint (before/with/about)', '(never/not) had (a/any/one) complaints (before/with/about)',
      'other customers (are/have/had/love/like)…(fine/happy)', 'other customers (are/have/had/love/like)…(no problem/it)', '(all other/our other) customers (are/have)…(fine/happy)',
      '(all other/our other) customers (had/love/like)…(fine/happy)', '(all other/our other) customers (are/have)…(no problem/it)',
      'all other customers (had/love/like)…(no problem/it)', 'our other customers (had/love/like)…(no problem/it)', 'our packaging (is/are) (fine/perfect/good)',
      'our (products/product) (is/are) (fine/perfect/good)', 'our (quality/warehouse/team) (is/are) (fine/perfect/good)', '(fine/ok/okay/perfect/intact/undamaged) when it left',
      'not on our (end/side)', '(works/worked) (fine /)for everyone else',
    ], 'I am sorry it reached you like this; please send a photo and I will sort it out', [
      '(if/whether) (this/that/it) is (perfectly/totally/) normal', 'is normal (for/with/and) (wool/wood/silk)', 'is normal (for/with/and) (linen/honey/leather)',
      'there is nothing wrong with (asking/your)', 'normal to (be/feel/want/worry/wonder)', 'our (team/warehouse) (is/are) (good/fine) with',
    ]],
  ]),
  ...seedRules('D5', 'zh', '结束前问一次就够了。', [
    ['hai-you', 'warn', [
      '还有其他可以帮', '还有什么可以帮', '还有其他需要帮', '还有什么需要帮', '还有别的可以帮', '还有别的需要', '还需要其他帮助', '还有其他问题吗', '还有别的问题吗',
      '还有什么问题吗', '还有其他疑问吗', '还有什么疑问', '还有其他需要吗', '还有什么需要吗',
    ], '有需要随时找我'],
  ]),
  ...seedRules('D5', 'en', 'Once before the end is enough.', [
    ['anything-else', 'warn', [
      'anything else I can', 'anything else we can', 'anything else you need', 'is there anything else', 'something else I can help', 'any other questions', 'any more questions',
      'help you with anything else',
    ], 'just write if you need me'],
  ]),
  ...seedRules('D6', 'zh', '事情办完、问题答完、承诺兑现后再说结束语。', [
    ['zai-jian', 'warn', ['祝您生活愉快', '祝您购物愉快', '欢迎下次光临', '期待您的下次光临', '感谢您的咨询', '感谢您的光临', '先不打扰您了', '再见', '拜拜', '下次见'], '我先把您的问题处理好'],
  ]),
  ...seedRules('D6', 'en', 'Close when everything is answered and every promise is kept.', [
    ['bye', 'warn', [
      'have a nice day', 'have a great day', 'goodbye', 'bye bye', 'see you next time', 'thank you for contacting us', 'thanks for contacting us', 'hope to see you again',
    ], 'let me finish this for you first'],
  ]),
]
