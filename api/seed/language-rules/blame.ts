import { seedRules, type SeedRule } from './seed-rule.ts'

/** D15: goods are described as they are; the shop takes responsibility and never blames the customer. */
export const blameRules: readonly SeedRule[] = [
  ...seedRules('D15', 'zh', '如实说明，由我们承担，不怪顾客。', [
    ['guai-gu-ke', 'block', [
      '是你的(问题/错/责任/原因/失误/疏忽)', '你自己的(问题/错/责任/原因/失误)', '你自己(弄/选/买/拍/填/写/看/搞/穿/洗)(的/错/坏/破/丢/不当)',
      '你自己(摔/用/装/拆/操作/放/保管/记/下单/要)(的/错/坏/破/丢/不当)', '你自己没', '你没看(清/详情/说明/吗/页面/仔细/懂)', '你(搞/弄/记/看)错了', '(你/自己)(洗/穿)坏', '是你洗',
      '谁让你', '怪(你/自己)(自己/没/不)', '(要/只能/就/都/得)怪(你/自己)', '怪(得了/)谁', '你(怎么/为什么)不早', '你应该早', '你早干吗', '早干什么去了', '你当时怎么不',
      '你自己承担', '(后果/责任)自负', '自己负责', '(是/肯定/明明/应该/估计)你…(弄/摔/洗/穿/用/搞/装)(坏/破/碎/烂/断/脏)',
      '(是/肯定/明明/就是)你…(写/填/选/拍/买/报/输/记/点/下/量)错', '自己…(选/拍/买/写/填/量/下)错…(怪/赖/还)', '你(弄/摔/洗/穿/用/搞/装/拆)(坏/破/碎/烂/断)的(吧/)',
      '你自己…(摔/磕/碰/弄/搞/洗/刮/撞/掉)(的/坏/破/碎/了)', '你自己…(写/填/选/拍/买/报/输/点/量/记)错', '你自己(不/没/忘/疏忽/大意/乱/瞎/贪)',
      '(是/都是/因为/由于/明明)你…(导致/造成/引起)的', '是你(要求/想多/想太/太/不会/没/不/乱/非要/自己)', '(收货/签收/拿到)…(不/没)(验/检查/看/说)', '谁(叫/要)你',
      '(还不是/不就是)(因为/怪)(你/自己)', '怪就怪(你/自己)', '你(肯定/明显/估计/八成/绝对/多半)(是/)(没/乱/自己/弄/用错/洗/装/忘/看错/搞)',
      '(明显/肯定/一看/这就/分明)(就/)是(你/)人为', '你…早(点/)…就(不会/没/好了)', '(早/当初/当时)…就不会(这样/有这/出这)',
    ], '这一点我们来承担，我马上为您处理', [
      '不是你', '并不是你', '绝不是你', '是不是你', '是你的问题(我/吗我来/的答复/清单)', '不用你自己', '无需你自己', '不需要你自己', '不会让你自己', '不怪你', '(怪/怨)谁(都/也)不',
      '自己负责的', '我们自己负责', '是谁让你', '是你洗(护/之前)', '(如果/要是/万一/就算/即使/哪怕/不管/担心/怕)…你…(坏/破/碎/错)',
      '(你/自己)…(坏/错/破/碎)…(也可以/没关系/不要紧/没事/帮你/给你/能换/能修/能改)', '(你/自己)…错…，…(没关系/不要紧/没事/帮你/给你)', '就是你(要/说/拍/看)的',
      '是你不(需要/用/想/喜欢/满意)', '不让你自己', '(签收/收货)…没(问题/坏)', '(还/签收/收货)没…(检查/看/验)…(可以/先/麻烦)', '你自己(没事/不用/不需要/不必)',
      '你(肯定/估计)没(收/问题/关系/看到我/想到)', '你自己…的(时候/话)', '我…早…就不会', '(怪/都怪)我',
    ]],
    ['yong-fa', 'block', [
      '你使用不当', '你…(使用/操作/安装/洗涤/保养/保管/充电)(方法/方式/习惯/)(不当/不对/有误/有问题/错误)',
      '你(的/)(使用/操作/洗/用/穿/安装)(方法/方式/习惯/姿势/法)…(不对/有问题/错/不当)', '你(不会/没学会/都不会)(用/洗/穿/装/操作/选/拍/量/弄)',
      '(使用/操作/保管)不当…(我们不/不认/不赔/自己/怪)', '(你/自己)不(小心/注意/爱惜/会用/珍惜)', '你(没/没有/未)(及时/按时/按照/按说明/仔细/认真/注意/保管/好好)',
      '(没看/没读/没仔细看)(说明/详情)…(就/还)', '(人为/非质量)(损坏/造成/问题/原因)…(不/自己/概)', '你…(粗暴/暴力/乱用/乱洗/瞎弄/乱弄/乱动)',
      '(你/自己)没(按/照)(说明/要求/步骤/教程)', '你(肯定/明显/估计/八成/绝对/多半)(是/)(没/不)(按/会/看/照)',
    ], '我把使用方法发给您，我们一起看看怎么处理', [
      '(如果/要是/万一/怕/担心/以后)…(你/自己)…(不小心/不会/不注意)', '(你/自己)不会(用/装/操作/选/拍/量/弄)…(没关系/没事/教你/发你/帮你/可以/我)',
      '(你/自己)不会…，…(没关系/没事/教你/发你/帮你/可以/我)', '不是你', '你没(有/)(及时/按时)(收/回/领/付)', '(没/没有)…不小心…(没关系/没事)',
      '不小心…，…(没关系/没事/可以/帮你/给你/我们)', '你(没/没有)(按时/及时)…(没关系/没事/可以/帮你)', '是不是你', '(不用/不)…自己不小心',
      '不小心…(也别/别急/也能/也可以/没事/没关系/不要紧/能修)',
    ]],
    ['shen-cai', 'block', [
      '你太(胖/瘦/矮/壮/高/黑/老/懒)', '你…(脚/腿/腰/肚子/脸/皮肤/头/胸/肩/身材/体型)…(太/本来就)(宽/胖/粗/大/瘦/短/矮/差/敏感/黑)', '身材(不好/问题/不行/太/撑)',
      '(撑/穿)…(爆/破)了…，…(胖/肉)', '你(自己/)(的/)(手机/电脑/家/网/网络/系统/车)…太(老/旧/差/烂/慢/破/小)', '你(的/)要求(太/过)(高/多)', '要求太高', '(太/过于)(挑剔/较真/计较)',
      '你想(多/太多)了', '你(太/真/好)(挑/较真/娇气/讲究/笨/不讲)', '心理作用', '(审美/眼光)(有问题/不行/差)',
      '你(的/)(手机/电脑/电视/路由器/网/网络/系统/打印机/车)(不行/不好/有问题/太旧/太老)，', '你…(手机/电脑/电视/路由器)(不行/太旧/太老/太差)',
    ], '我再帮您选一款更合适的', ['不是你', '(如果/要是)…太', '你(的/)(手机/电脑/电视/网络/网/系统)…(的话/可以/试/重启/重连/换个)', '(如果/要是/是不是)…(手机/电脑/电视/路由器/网络)']],
    ['bu-xin', 'block', [
      '谁信', '谁知道是不是你', '(现在/这会儿/这时候/过了这么久/用了这么久/穿了这么久/隔了这么久)(才/了才/又/再)(说/来/讲/反映/找)',
      '(早/当时/之前)(不说/干什么/干吗/怎么不说/怎么没说)', '你(自己/)(换/调包/掉包/动过/弄过/拆过)…(吧/的)', '(我们/我)(怎么/哪)知道(是不是/是)你', '(P/ps)的(吧/图)',
      '(图/照片)…(P/ps/网上找/假)的', '(我们/店里/这边)不(认/赔)', '(发/出)(货/仓)(前/的时候/时)…(好好的/没问题/都检查/是好的)…，…(你/路上/快递)',
      '(质量/产品/东西/机器/鞋/衣服/货)…(没问题/没毛病/是好的)…，…(你/自己)', '(鞋/衣服/机器/东西/产品/货)…没(毛病/问题)', '(我们/店里)(发的/寄的)…(是好的/没问题/好好的)',
    ], '您说的我记下了，请发一张照片，我来确认', [
      '(没问题/是好的/没毛病)…，…(你放心/帮你/给你/如果/要是/我来/再)', '(确认/检查/保证/看看/测/确保/有没有/是否/是不是)…(没问题/没毛病/是好的)',
      '(没问题/没毛病)(的话/再/就/吧/吗/后/您/可以)', '没问题了', '(运费/邮费/邮资)…不(认/赔)', '(东西/货/衣服/鞋/机器/产品)…没问题…(您/你)…(放心/再)',
    ]],
    ['yin-man', 'warn', [
      '没有色差', '(无/零)色差', '和图片一模一样', '跟图片一模一样', '与图片完全一致', '绝无瑕疵', '没有任何瑕疵', '零差评', '没有差评', '和专柜一样', '跟专柜一样', '专柜同款',
      '正品代购', '外贸原单', '外贸尾单', '高仿', 'A货', '大牌同款', '一比一',
    ], '图片是自然光下拍的，实物以收到为准', ['有没有色差', '有没有瑕疵']],
  ]),
  ...seedRules('D15', 'en', 'Describe it as it is; the shop takes the blame.', [
    ['blame', 'block', [
      '(your/your own) (fault/mistake)', 'you (should/could) have (read/checked/measured/known)', 'you (should/could) have (told/asked/looked/thought)',
      'you (should/could) have (been/ordered/chosen/washed)', 'you (should/could) have (followed/kept/waited/paid)', 'you should have',
      "(you did not/you didn't/you never) (read/check/measure)", "(you did not/you didn't/you never) (follow/look/bother)", 'you did it wrong',
      'you…(ordered/chose/picked/typed)…wrong', 'you…(entered/gave/selected/put/wrote)…wrong', 'you ordered wrong', 'you washed it (wrong/too hot/too)',
      'you must have (damaged/broken/dropped/washed)', 'you must have (used/misread/typed/lost/done)', 'you must have (worn/spilled/misplaced/overlooked)',
      'you must have (missed/put/left/thrown/opened)', 'you…(broke/dropped/damaged/ruined) (it/this/that/the)', 'you…(tore/stained) (it/this/that/the)',
      'you…(shrank/scratched/cracked) (it/this/that/the)', 'because of you', 'you are too (fat/big/heavy/short/tall/picky/impatient)',
      "you're too (fat/big/heavy/short/tall/picky/impatient)", 'your (feet/body/size/skin/phone/waist/legs) (is/are) too', 'serves you right',
      "(why did you not/why didn't you) (tell us/say/read)", "(why did you not/why didn't you) (check/measure/ask)", 'why did you (wash/use/wear/open/drop/put/order)',
      'at your own risk', 'you (misused/misread/mistyped/mishandled/overloaded)', 'you failed to', '(user/operator/customer) error', "(that's/this is/it's/that is) on you",
      '(nobody/no one/who) told you to', '(improper/wrong) use', 'you waited too long', "(didn't/did not) you (read/check/measure/see) the",
      "(that's/that is/this is) what happens (when/if)", 'what did you expect', "(should've/shouldn't have/should not have)", 'your own doing',
      'you (used/washed/wore/charged) it…(wrong/incorrectly)', 'you (used/washed/wore/charged) it…(dryer/hot/badly)', 'you (installed/assembled) it…(wrong/incorrectly)',
      'you (installed/assembled) it…(dryer/hot/badly)', 'you (put/stored/dried) it…(wrong/incorrectly)', 'you (put/stored/dried) it…(dryer/hot/badly)',
      'how you (used/treated/washed/wore) it', 'you (were/are) (careless/clumsy/not careful)', 'you (forgot/neglected/ignored)…(to/the)',
      '(next time/maybe) (read/check/measure/be more careful)',
    ], 'we take care of this', [
      'not your (fault/mistake)', 'never your fault', 'not because of you', 'you should have (received/it/got/gotten/your)', 'you should have (the refund/a/the parcel/an/the money)',
      'if you (ordered/chose/picked/typed) (the/a/an/it/) wrong', 'if you (entered/gave us/selected/put) (the/a/an/it/) wrong',
      "(no worries/no problem/don't worry/that's fine)…wrong", '(if/even if/in case) (you/it)…(broke/dropped)', '(if/even if/in case) (you/it)…(damaged/scratched/cracked)',
      'wrong…(no problem/no worries/can change/can fix/happy to)', 'you should have no', "(isn't/is not/wasn't/was not) your", "we (should've/shouldn't have/should not have)",
      "I (should've/shouldn't have/should not have)", "(that/this/it/you) should've (had to/happened/arrived)", "(that/this/it/you) shouldn't have (had to/happened/arrived)",
      '(that/this/it/you) should not have (had to/happened/arrived)', "(that/this/it/you) should've (been/taken/waited/gone)",
      "(that/this/it/you) shouldn't have (been/taken/waited/gone)", '(that/this/it/you) should not have (been/taken/waited/gone)', 'if you (forgot/ignored)',
      'you forgot…(no problem/can add/can still)', "you forgot…(no worries/I'll/add it)",
    ]],
    ['as-it-is', 'warn', [
      'exactly like the picture', 'exactly as in the picture', 'no colour difference', 'no color difference', 'flawless', 'no defects at all', 'same as the designer', 'replica',
      'designer copy', 'no bad reviews', 'zero complaints',
    ], 'photos are taken in daylight, the real one may differ slightly'],
  ]),
]
