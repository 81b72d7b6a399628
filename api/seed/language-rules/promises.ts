import { seedRules, type SeedRule } from './seed-rule.ts'

const ZH = '不说绝对的话；带上具体时间的承诺才是好承诺。'
const EN = 'No absolute promises; name a time instead.'

/** C3: absolute promises and claims. A sentence that names a time is not flagged for a promise. */
export const promiseRules: readonly SeedRule[] = [
  ...seedRules('C3', 'zh', ZH, [
    ['yi-ding', 'warn', [
      '(我/我们)一定', '一定(会/能/给/帮/可以/是/不会)', '肯定(会/能/可以/没问题/不会/给)', '一定(到/送到/到货/发/好/有货/退/通过/有效/合适/合身/喜欢/满意/成功/没问题/没事)',
      '肯定(到/送到/到货/发/好用/有货/退/通过/有效/合适/合身/喜欢/满意/成功/没事/没有)', '一定一定', '(铁定/准保/包管/必定/笃定/铁准)', '保准', '(必然/必定)(会/能/到/升/涨/好)',
      '(必瘦/必白/必到/必涨/必好/必赚/必退/必发)', '妥妥的', '包在我身上', '打包票', '拍胸脯', '放一百个心', '一百个放心', '板上钉钉', '错不了', '跑不了', '没跑',
      '(掉色/坏/不好/不到/没效果)…，…我(吃了/把头/倒立/跟你姓/是小狗)', '骗你(是/我是/不是人/就)', '我(吃了它/把它吃了/直播倒立)', '坏了(找我/算我的)',
      '(不好/没效果/无效)…(找我/骂我/算我)', '(保管/包)(你/让你)(满意/喜欢/不/能/好/没)', '一定(准时/按时/如期/不)', '保你(满意/喜欢/好/瘦/白/没事/不/成功)', '(没有/绝无/毫无)例外',
      '赔(你/)(十/10/百/100/一百/一千/千)倍', '谁(用/穿/吃/买/试)谁(白/瘦/知道/好/爱/喜欢/说好/美)', '绝逼',
    ], '我会尽力，并在今天18点前给您答复', [
      '不一定', '没(有/)一定', '有一定', '一定(要/先/记得/别/不要/注意/得/的/程度/范围)', '不敢肯定', '不肯定', '不(太/能/敢/好)肯定', '统一定给', '第一定能',
      '(面/书/背/钱/手/提/挎/个/款/这)包你', '(妥善/请/帮您/帮你)保管', '(错不了/跑不了)(多少/多远)', '(环/投/担)保你',
    ]],
    ['bao-zheng', 'warn', [
      '保证', '我保证', '绝对保证', '百分百保证', '向您保证', '跟您保证', '担保', '我发誓', '发誓', '承诺绝不', '绝不会', '(对天/拿命/拿人格/拿良心/以人格)',
      '我敢(说/打赌/肯定/断言)', '(信我/相信我)(没错/的)',
    ], '我来跟进到底', [
      '保证金', '保证书', '质量保证卡', '担保交易', '保证卡', '不能保证', '无法保证', '没法保证', '不敢保证', '不好保证', '正品保证险', '品质保证服务', '担保公司', '平台担保',
      '保证服务', '消费者保证计划',
    ]],
    ['jue-dui', 'warn', [
      '绝对', '绝对不会', '百分之百', '百分百', '100%', '百分之一百', '万无一失', '(零/毫无/没有任何)风险', '没有任何问题', '完全没(有/)问题', '丝毫不会', '一点问题都没有',
      '(绝/毫)无(质量/副作用/风险/问题/异味/瑕疵/添加/刺激/伤害/甲醛/残留/隐患/可能)', '没有(任何/一点/半点/丝毫)(质量/副作用/风险/问题/异味/瑕疵/添加/刺激/伤害/甲醛/隐患)',
      '零(甲醛/刺激/添加/异味/故障/伤害/失误/副作用)', '(绝/决)不(长/掉/褪/变/缩/坏/漏/反弹/过敏/断/裂/生锈)', '(绝/决)不(复发/卡/发霉/发黄/开胶/脱/伤/堵/松/塌/起/含/刺激)',
      '(根本/压根/完全)不(会/可能/怕)', '不可能(坏/掉色/褪色/起球/缩水/变形/漏/过敏/断/裂/生锈/有假/假/发错/弄错/出错)', '不可能(有/会/出)(问题/质量/毛病/差错/色差/副作用/事)',
      '(怎么/随便/天天/使劲)(洗/用/穿/摔/踩/泡/拉/折)(都/也)(不/没)', '(谁/什么人/任何人/什么肤质/所有人/孕妇婴儿)(都/也)(能/可以)(穿/用/吃)', '(要多/说多)…有多',
      '一个(差评/坏的/投诉)都没',
    ], '就目前的情况看', [
      '100%(棉/羊毛/纯棉/绵羊毛/山羊绒/羊绒/桑蚕丝/聚酯/锦纶)', '100%(亚麻/精梳棉/美利奴/新疆棉/有机棉/真丝/腈纶/粘纤/兔毛/涤纶)', '百分百(棉/羊毛/纯棉/山羊绒/桑蚕丝)',
      '百分之百(棉/羊毛/纯棉/桑蚕丝/真丝/绵羊毛/羊绒/山羊绒)', '100% (wool/cotton/cashmere/silk)', '100% (linen/merino/polyester/nylon/leather)',
      '(面料/成分/成份/含量/电量/亮度/音量/含棉/充到/进度)100%', '没有绝对', '没有(谁/哪/什么)…绝对', '绝对(值/湿度/高度)', '绝对不(要/能/可以/可)', '(没有/不)100%', '根本不会(用/弄/装/操作)',
      '(吗/是否/有没有/是不是)…(任何问题/任何风险)', '有没有(任何/一点)',
    ]],
    ['zui', 'warn', [
      '全网最(低/便宜)', '最(低价/便宜/好的/好看/优质/先进/高级/佳/强/牛/安全/有效/权威/实惠/划算/顶)', '史上最', '史低', '质量最好',
      '(全国/行业/销量/全网/世界/全球/同行/类目/亚洲/国内/口碑)第一', '(全国/全网/全世界/全球/同行/市面上/业内/整个平台)…(最/第一/唯一/首家/独家/独一)', '第一品牌', '独一无2',
      '绝无仅有', '史无前例', '无与伦比', '(顶级/极品/国家级/世界级/殿堂级/王者)', '唯一(一家/能)', '仅此一家', '(天下/宇宙)第一', '无敌', '没有之一',
      '(无人能/没人能/没有哪家/哪家都)(比/及/做)', '(秒杀/吊打/碾压)(同行/别家/市面/其他/一切/所有)', '找不到(第二家/更便宜/比我们)',
    ], '很受大家喜欢', [
      '最好的(办法/方式/时间/方法/选择是你)', '最佳(方案/时间/观看/距离/角度)', '最(安全/划算/实惠)的(办法/方式/做法)', '(比较/不是/未必)最', '秒杀(价/活动/时间)',
      '最好看(下/看/一下/说明/清)', '最顶(层/上/端/部)', '最强(档/风/模式)',
    ]],
    ['yong-yuan', 'warn', [
      '永远(不/不会)', '(永久/终身)(保修/有效/不/质保/免费)', '(一辈子/半辈子/终身/一生)(都/)不', '永不', '(绝/决)不(起球/掉色/缩水/变形)',
      '不会(起球/掉色/缩水/变形/过敏/褪色/反弹/生锈)', '(穿/用/坐/睡)不(坏/烂)', '假一(赔/罚)(10/万/百/十/千)', '无条件(退/换/全额)',
      '(任何时候/随时/什么时候/多久)都(能/可以/给)(退/换)', '不满意随便退', '怎么洗都不会', '(穿/用/戴/放/睡/开)(10/十/几十/二十/一百/上百/好几/多少/几/5/8/二十/百)年(都/也)',
      '(任何/什么)情况(都/下都/也)(能/可以/给/退/赔/包)', '无论如何都(退/给/能/会/赔)', '无限(期/次)(退/换/保修/质保)', '(一辈子/一生/终身)…(不用/不会/用不/都用)',
      '(永远/永久)(都/)(是/有/能/好/保)', '(用/穿/戴/坐/住)到(老/死/下辈子/天荒)', '(传/用)(几/三/好几)代', '永远(不用/不必/不怕)',
    ], '按洗标护理，能保持得更久', [
      '会不会(起球/掉色/缩水/变形/过敏/褪色/反弹/生锈)', '不会(起球/掉色/缩水/变形)吗', '会不会容易变形', '(不要/别)永远', '(怕/担心/怎么/如何/才)不会(起球/掉色/缩水/变形/过敏)',
      '不会…(那么/轻易/容易/太/怎么)',
    ]],
    ['ma-shang-dao', 'warn', [
      '马上就到货', '(立刻/秒/立马/马上)到账', '(明天/今天/后天/当天/次日/隔天)(肯定/一定/必/铁定/绝对)(到/发/能/送)', '(明/次/隔)(天/日)必(达/到)', '准时送达没问题',
      '包(你/)(满意/喜欢/合适)', '包退包换', '包(合身/好用/教会/过/有效/瘦/白/赢)', '不买后悔', '错过后悔', '(不会/绝不/保你不/一定不)后悔', '再也没有了',
      '(不/没有)(满意/效果)不(要/收)钱', '无效(退/全额/包)', '(稳赚/稳赢/只赚/稳赚不/包赚/保本/保值/升值)(不/的/率/空/空间/)',
    ], '预计的时间我查好后告诉您', [
      '(个/款/面/书/背/钱/手/提/挎/红/这)包(你/)(满意/喜欢/合适/好用/白/过)', '包(过/白)(夜/年/月/色)', '(保值/升值)…(不能/不敢/没法)', '(钱/背/书/手/提/面/红/荷)包(白/过/有效/瘦)',
      '(打/承/外/发/红/面)包过', '包过(了/来/去)',
    ]],
    ['liao-xiao', 'warn', [
      '包治', '根治', '疗效', '药到病除', '(抗/防)癌', '治百病', '减肥神器', '瘦(十/10/5/20/3)斤', '(无/没有/零)副作用', '纯天然无', '驱寒祛湿', '活血', '排毒',
      '(天/周/月/次/疗程/星期)…(瘦/减/掉)…斤', '(瘦/减)…斤(不/没/包/不是问题/没问题)', '(一次/一用/一擦/一贴/3天/7天)(就/)(见效/根治/治好/断根/去根/祛斑/美白/消失/生发/止痛/止痒)',
      '(一周/一个月/两周/当天/立刻/马上/很快就)(就/)(见效/根治/治好/断根/去根)', '(一周/一个月/两周/当天/立刻/马上/很快就)(就/)(祛斑/美白/消失/生发/止痛/止痒)',
      '(治/治好/根除/祛除)…(颈椎/失眠/脚气/痘/斑/湿疹/鼻炎/关节/脱发/便秘/痛经/高血压/糖尿病/近视/白发)', '(延缓衰老/逆龄/返老还童/长高/增高/丰胸/降血压/降血糖/降血脂)',
      '(比/代替/替代)(吃/)药(还/好/强/更)',
    ], '穿着的感受因人而异，可以参考详情页', ['(不/没有/不是/不能)(治/疗效/治疗/根治/是药)', '没有疗效', '(不能/没法/无法/不会)…(治/疗效/瘦)', '瘦了…斤']],
  ]),
  ...seedRules('C3', 'en', EN, [
    ['guarantee', 'warn', [
      '(I/we) guarantee', 'guaranteed', '(I/we) promise', 'I swear', '(my/you have my) word', 'trust me', 'for sure', 'definitely', 'certainly will',
      'will (surely/certainly/absolutely/always/undoubtedly)', 'absolutely (will/no/never/safe/free/waterproof)', 'absolutely (perfect/guaranteed/zero)',
      'absolutely (nothing/cannot/impossible)', "(you/it/they/we)'ll absolutely", 'will absolutely', 'without (fail/a doubt/question)', 'no doubt', 'I assure you',
      'rest assured it will', '(100 percent/hundred percent)', '100% (sure/satisfaction/safe)', 'I (bet/give you my word/stake)', 'bet my life',
      '(cross my heart/mark my words/believe me)', "(it's/it is/is) impossible (for/to/that)…(break/leak)", "(it's/it is/is) impossible (for/to/that)…(fade/tear/shrink)",
      "(it's/it is/is) impossible (for/to/that)…(fail/crack)", "(it's/it is/is) impossible (for/to/that)…lose", "(it's/it is/is) impossible (for/to/that)…(go wrong/rust)",
      "(can't/cannot/can never) possibly", "(can't/cannot) (ever/go wrong/fail/break/leak)", 'no matter what', 'whatever happens', '(nothing/never) can go wrong',
      "(won't/will not/doesn't/does not)…ever",
    ], 'we expect', [
      'not guaranteed', "(cannot/can't) guarantee", "(not/don't) know for sure", 'as (i/we) promised', '(find out/to know) for sure',
      '(100/hundred) percent (wool/cotton/cashmere/silk/merino)', '100% (wool/cotton/cashmere/silk)', '100% (linen/merino/polyester/nylon/leather)', 'the promise we promised',
      'ask for my word', '100% (off/battery/charged)', "(won't/will not)…(however/everyone/every)", 'no matter what (size/colour/color/you choose/time)', "isn't 100%",
      '(at/to/shows/says) 100%',
    ]],
    ['best', 'warn', [
      'the best', 'the cheapest', 'lowest price', 'best price ever', 'best price (on/in/anywhere/online/guaranteed)', 'cheapest (online/anywhere/on/in)', 'the number one',
      '(no 一/number 一) in', 'world class', "world's (best/first/finest/softest/strongest/only)", 'top of the world', 'second to none', 'unbeatable', 'one of a kind',
      'the only shop', 'nobody else (has/sells/makes)', 'no one else (has/sells/makes)', 'perfect in every way', '(finest/best) in the (world/universe/market)',
      '(softest/strongest/safest) in the (world/universe/market)', 'best quality', '(in/on) the (planet/whole market/entire market)',
      "(can't/won't/never) find (it/)(cheaper/better)", '(nothing/no one) (beats/compares)', 'better than any (other/shop)',
    ], 'a popular', [
      'the best (way/time/solution/size)', 'the best (option/address/number/fit for you/of luck)', 'do the best', 'what is the best', 'wish you the best', 'all the best',
      'on the best', 'the best (day/moment/person/route)',
    ]],
    ['never', 'warn', [
      "(never/won't) (pill/pills/fade/fades/shrink/shrinks)", "(will not/doesn't/does not) (pill/pills/fade)", "(will not/doesn't/does not) (fades/shrink/shrinks)",
      'never (break/breaks/leak/leaks/rust/rusts/tear/tears)', 'never (crack/fail/fails/wear out)', 'never (wears out/stain/wrinkle/smell)', 'will never', "(it/you/they)'ll never",
      '(lasts/last/stays/works/good/yours/new) forever', 'lifetime (guarantee/warranty/no/free)', '(no/zero) risk', 'risk free', 'always works', '(fits/suits/works for) everyone',
      'no questions asked', 'return it any time', 'unconditional refund', 'forever yours', 'it never breaks', 'never lose (colour/color/its/shape)',
      '(for/in) a (lifetime/hundred years)', '(lasts/last) (a lifetime/for life/for ever)', 'no (rust/shrinking/fading/leaks/defects) ever',
      'nothing (can/will/could) (ever /)(go wrong/happen/break)', 'works every (single /)time', '(I/we) can (promise/assure/guarantee) you', '(get/gets/got) rid of',
    ], 'keeps well when washed as the label says', [
      'will never (ask/call/request/need/share)', "(we/I)'ll never (ask/call/request/need/share)", '(if/so/why) it never', 'never fails to',
      "(doesn't/does not/don't) (fade/pill/shrink) (much/easily/if)", 'get rid of the (box/packaging/label/smell/crease)',
    ]],
    ['instantly', 'warn', [
      'will arrive tomorrow for sure', 'arrives tomorrow without', '(instant/instantly) (refund/refunded/results)', 'refund is instant', '(cure/cures/heal/heals)', 'medical effect',
      'miracle', '(no/zero/without) side effects', 'clinically proven', 'lose weight', 'lose…(kg/kilos/pounds/lbs)', 'you will regret', 'last chance ever',
      'never again at this price', '(works/results) (overnight/instantly/immediately)', '(arrives/arrive) (tomorrow/today) (guaranteed/100%)',
      '(arrives/arrive) (tomorrow/today) (no doubt/for certain)', '(there/deliver/delivered) (tomorrow/today) (guaranteed/100%)', 'there (tomorrow/today) (no doubt/for certain)',
      '(deliver/delivered) (tomorrow/today) (no doubt/for certain)',
    ], 'as far as we can tell', ['not a (cure/medicine)', '(does not/not) (cure/heal)', 'to heal']],
  ]),
]
