import { seedRules, type SeedRule } from './seed-rule.ts'

/** D9: arguing with a customer, or not apologising. */
export const arguingRules: readonly SeedRule[] = [
  ...seedRules('D9', 'zh', '不和顾客争辩，先道歉。', [
    ['zheng-bian', 'block', [
      '讲不讲(理/道理)', '不讲(理/道理)', '讲(点/点儿/)(道理/理)(好/行/吧/可)', '无理取闹', '蛮不讲理', '胡搅蛮缠', '强词夺理', '不可理喻', '死缠烂打', '得寸进尺', '贪得无厌',
      '不知(好歹/足)', '蹬鼻子上脸', '给脸不要脸', '倒打一耙', '血口喷人', '你凭什么', '凭什么(要/给/赔/退)', '有本事', '你威胁谁', '吓唬谁', '你骗谁', '少来这套', '别(装/扯/演)了',
      '(胡/瞎/乱)说', '胡说八道', '你先骂人', '你再骂', '没素质', '素质真', '没文化', '没教养', '(别/少)(跟/和/在)我(来这套/耍/闹/吵/废话/讲这些)',
      '(来/故意)…(找茬/找碴/找事/捣乱/闹事/吵架)', '找(茬/碴)', '没事找事', '鸡蛋里挑', '挑刺', '难为我', '(为难/刁难)(我/我们/客服)', '欠你(的/什么)', '(废/少)(什么话/废话)',
      '谁(怕/惹/欠)(你/谁)', '(不怕/奉陪)…(投诉/告/你/到底)', '奉陪到底', '(跟/和)你(讲不/说不/聊不)(清/通/下去)', '(骂/吼/吵/闹/生气/发火)…(没用/有什么用/解决不了/有用吗)',
      '我们奉陪', '(我/我们)(不怕/等着)(你/投诉/告)',
    ], '非常抱歉让您有这样的感受，我来处理', ['没文化衫', '(我/我们)(是不是/有没有)(为难/刁难)', '(不会/不是)(为难/刁难)', '没欠你']],
    ['tai-du', 'block', [
      '你(这是/)什么态度', '你态度(好/放/客气)', '注意你的态度', '(态度/说话/讲话/嘴巴/嘴/语气)…(好/客气/干净/尊重/文明/注意/端正)(点/一点/些/一些)',
      '(说话/讲话/嘴巴/嘴/态度)放(干净/尊重/端正/客气)', '(冲/朝/对/跟/和)我(发火/发什么/撒气/凶/吼/嚷/喊/叫/发脾气/横/大呼小叫)', '(发/生/动)什么(火/脾气/气)',
      '(凶/吼/吵/嚷/喊/闹/横/激动/狂)什么', '叫什么叫', '(冷静/消停/收敛)(点/一下/一点/些)', '请(你/)(冷静/自重/文明)', '自重', '你这(人/个人/客户/顾客/种人)', '你怎么这样',
      '你怎么(这么/那么)(难/烦/多事/麻烦/笨/蠢/啰/计较/小气/没)', '(怎么/没见过)…你这(样/种)', '(像/跟/就)你这(种/样)的(人/客/顾)',
      '(别/不要/少)(在这/在这儿/跟我/给我/在我这/)(嚷/吼/叫/闹/吵/骂/横/凶/撒泼/发疯/撒野/叫唤)', '说话注意', '(像/跟/就)你这', '(见/遇)(多/过太多)了',
    ], '我明白您的感受，这件事我来处理', ['(我/我们)…(态度/语气)', '(对/冲)我(发火/吼/骂)…(没事/理解/应该)', '态度好(评/的)', '别叫(错/醒)', '不要(叫/吵/闹)(醒/钟/铃)', '见多了…(经验/放心)']],
    ['zhan-pian-yi', 'block', [
      '碰瓷', '讹(人/钱/我/诈)', '想讹', '(贪/想占/占我们/占)(小/)便宜', '白嫖', '薅羊毛', '恶意(差评/退货/退款/投诉/下单/索赔)', '职业(差评/打假/索赔)', '敲诈',
      '(骗/诈)(退款/赔/运费/钱)', '(就是/不就是/无非/还不是)(想/为了)(要钱/要赔/退钱/占/讹/骗/白)', '(这么便宜/几块钱/几毛钱/十几块/几十块)…(还想/你还/还要/指望/至于/要求)',
      '(这点钱/才多少钱/这个价/这价格/这个价格)…(还想/你还/还要/指望/至于/要求)', '(便宜/低价)…(还想/指望/还要求)', '(穷/抠/小气)(死/成这/就别/就不要/逼/门)',
      '(多大/什么)(点/)(钱/便宜)…(至于/计较)', '斤斤计较', '(几块钱/一点钱/这点钱/几十块)…计较', '(别人/人家/其他人/大家)…，…(就你/只有你/怎么就你/偏你/怎么你)',
      '(就/数)你(最/)(事多/难/麻烦/啰/矫情/话多/特殊)', '矫情', '玻璃心', '无赖', '耍赖', '刁民', '想白(拿/嫖/要/吃/占)', '(就是/无非/分明/看你)…(白拿/白要/不想付/不想给钱/赖账)',
      '(贪/图)便宜',
    ], '您的诉求我记下了，我来看怎么处理', ['薅羊毛活动', '(不/没/没有)…占便宜的意思', '占便宜(啦/了哈/咯)', '玻璃心(愿/形)', '图便宜(的话/选/可以)', '不(贪/图)便宜']],
    ['bu-dao-qian', 'block', [
      '凭什么道歉', '没什么(好/可)(道歉/说/解释)', '没必要(道歉/跟你)', '(为什么/干吗)要道歉', '不会(给你/跟你/向你/)道歉', '已经道歉了还', '道歉也道了', '都道歉了', '还要怎么道歉',
      '道过歉了', '(道歉/对不起)…(说过/说了)…(还要/还想/够)', '要我(跪/给你跪/磕头)',
    ], '很抱歉，给您添麻烦了'],
  ]),
  ...seedRules('D9', 'en', 'No arguing; an apology first.', [
    ['arguing', 'block', [
      "(you are/you're) (lying/wrong/unreasonable)", "(you are/you're) (being unreasonable/rude)", "(you are/you're) (being rude/being difficult)",
      "(you are/you're) (ridiculous/being ridiculous)", "(you are/you're) (being childish/being dramatic)", "(you are/you're) (impossible/pathetic)",
      "(you are/you're) (hopeless/trying to cheat)", 'you lie', 'liar', 'be reasonable', 'why should (I/we) (apologise/apologize/say sorry)',
      '(I/we) (already/have already) apologised', '(I/we) (already/have already) (apologized/said sorry)', 'I said sorry already', 'no need to apologise to you', 'scammer',
      'trying to (get it for free/scam/cheat/rip)', 'are you threatening me', "don't threaten (me/us)", 'you have no manners', '(leave/write/give/post)…bad review…(care/go ahead)',
      '(leave/write/give/post)…bad review…(see if/fine)', '(sue/report) us then', '(go ahead and/then) (sue/report/complain)',
      '(you/you all) (always/just/only) (complain/whine/moan)', "(I don't/I do not/we don't) owe you", "if you (can't/cannot) (afford/read/wait)",
      "you (obviously/clearly) (can't/cannot/don't)", "you (obviously/clearly) (didn't/haven't/never/have no)", '(cheapskate/crybaby/clown/dumb/loser/brat/nuts)',
      'you (get/got) what you (pay/paid) for', "(you're/you are) the (rudest/worst)", "(you're/you are) the most (difficult/annoying)", "(you're/you are) the most (rude/impatient)",
    ], 'I am sorry that this has upset you; let me put it right', ["if you (can't/cannot) wait (for/that/until) (it/so/long)"]],
    ['manners', 'block', [
      '(watch/mind) your (language/tone/attitude/mouth/manners)', 'you people', 'try to be polite', 'rude customer', '(stop/quit) (yelling/shouting/swearing)',
      '(stop/quit) (screaming/whining/arguing)', '(stop/quit) (crying/nagging/bothering)', '(stop/quit) (spamming/harassing/wasting/being)',
      "(don't/do not) (yell/shout/swear) (at me/at us/to me like)", "(don't/do not) (scream/snap) (at me/at us/to me like)", "(don't/do not) (talk/speak) (at me/at us/to me like)",
      '(are you/do you/did you) even (reading/read)', '(are you/do you/did you) even (listening/listen/looking)', '(are you/do you/did you) even (look/know)',
      '(are you/do you/did you) even (understand/trying/try)', 'what more do you want', 'what is wrong with you', "what's wrong with you",
      '(grow up/get a life/get a grip/act your age/get real)', 'learn to (read/wait/type/behave)', 'use your (eyes/brain/head)', 'who do you think you are',
      "(don't/do not) (be/get) (so /)(rude/smart/dramatic/silly)", "(don't/do not) (be/get) (so /)(sassy/cheeky)", "(don't/do not) (be/get) (so /)(worked up/entitled)",
      '(drama queen/so entitled/customer from hell)', 'not your (servant/slave/maid)', "(what is/what's) your (deal/damage)",
    ], 'I hear you; let me take care of this', ['coco nuts', 'wing nuts']],
  ]),
]
