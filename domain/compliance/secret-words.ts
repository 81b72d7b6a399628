/** What belongs to the customer alone, and the shop never asks for (C2). */
const THINGS = [
  '密码', 'mima', '口令', '验证码', 'yzm', '校验码', '动态码', '短信码', '安全码', '登录码', '授权码', '认证码', '验证短信', '(短信/收到)…的码', '收到的那个码', '那串(数/码)', '(短信/手机/屏幕)(上/里/里面/上面/收到/刚收到/显示)…(数字/那串/几位数/6位/4位)', '(弹/跳)出(来/)的…(数字/位数/数/码)', '(短信/收到/弹出/手机)…(6/4)位(数/码)', '(那/这)(6/4)(位数/个数字/个数)', '6位(数字/数的码)', '(短信/手机/收到)…，…(6/4)个(数字/数)', '刚(发/收)…(数字/那串)',
  '(银行/信用/储蓄)卡号', '完整卡号', '卡号', '卡(背面/后面)…3(位/个数)', '卡后3位', 'cvv', 'cvv2', 'cvc', '(支付/付款)码', 'u盾', 'k宝', '(银行卡/信用卡/储蓄卡)(的/)(号码/正反面/正面/反面/照片/有效期)', '卡面',
  'password', 'passwords', 'pwd', 'passwd', 'passcode', 'pass code', 'verification code', 'verification codes', 'security code', '(one-time/one time) (code/password/pin)', 'otp', '2fa', 'pin', 'pin (code/number)', '(card/credit card/debit card/bank card) (number/no/details/digits)', '(sms/text/login/log-in/authentication/auth/access) code', 'login (details/data)',
  'credentials', 'confirmation code', "code (you/you've) (received/just received/got/just got/see/have)", 'code sent to your phone', '(code/digits/number) on your (phone/screen)', 'code we (sent/just sent/texted)', '(six-digit/six digit/6-digit/6 digit/4-digit/four-digit) (code/number)', 'three digits on the back', 'digits on the back', '(text/sms/message) with…code', 'code…(by text/by sms/in the text/from the text/in the sms/from the sms)', '16 digits', '16-digit number', 'digits (you/you just) (received/got)',
]
/** Ways of asking for it. */
const ASKS = [
  '(告诉/告知)(我/客服/一下/下/财务)', '(发/报/念/传/打/写/填/交/贴/甩/丢/拍/说/转/转发/复制/输)给(我/客服/这边/财务/小二)', '(发/报/念/传/转发/复制/截图/贴/打)(过来/来/上来)', '(发/报/念/说/给/填/传/贴/登记/截图/拍/写)(1下/下)', '发我', '发到(这里/这)', '发这里', '给我', '给客服', '报(来/上来)', '提供', '截图(给/发)', '截屏(给/发)', '截个(图/屏)', '私(信/发)我', '(写/打)在这', '回(复/)我', '请回复', '回复给',
  '输入到聊天', '输在聊天', '在聊天里输入', '是多少', '是什么', '是几', '多少', '哪几(位/个)', '是哪(几/个)', '需要你的', '要你的', '要1下', '要你(手机银行/银行/支付宝/微信/账户/账号/登录)', '来个(验证码/密码/码)', '麻烦你的', '(核对/核实)(1下/下/)你的', '让我(看/登)',
  'tell (me/us)', 'send (me/us/it/over/the/your)', 'give (me/us)', 'give it to me', 'share', 'provide', 'supply', "(what is/what's/whats) (your/the)", 'need (your/the)', 'forward', 'read (me/out/it)', 'let (me/us) (have/know)', '(text/message/dm/pass/write/show/email) me', 'type in the chat', '(type/enter/put/post/paste) it here', '(type/write/confirm) your', '(enter/paste/put/type)…(here/in the chat/in this chat)', '(may/can/could) i (have/get/know/see)', 'can you send', 'reply with', 'drop me', 'confirm the',
]
/** A clause with one of these warns against it or is about something else. */
const WARNINGS = [
  '不要', '请勿', '切勿', '勿', '千万别', '别', '不会', '不用', '不需要', '无需', '无须', '不必', '从不', '绝不', '决不', '任何人', '他人', '别人', '谨防', '当心', '诈骗', '骗子', '忘记', '忘了', '保密', '保管好', '自己设置', '自行', '重置', '找回',
  'never', "don't", 'do not', "won't", 'will not', 'no need', 'not need', "needn't", 'need not', 'without', 'nobody', 'no one', 'anyone', 'forgot', 'reset', 'scam', 'scams', 'not ask', 'keep it secret', 'not share',
]
/** A thing within these is none: digits at the end tell nothing, and a member card is the shop's own. */
const HARMLESS = [
  '卡号(后/的后/末)4位', '卡号尾号', '(会员/礼品/礼)卡(卡/)号', '礼品卡密码', '(优惠/红包/淘)口令', '口令红包', 'wifi密码', '会员付款码', '口令码', '密码(锁/箱/本/门/盒/柜/筒)', '(初始/默认/出厂/原始)密码', '(手机/电话/联系)号码', '(手机/短信)…(订单号/快递单号/取件码/尺码/型号/单号)', '(口令/密码)(卡/牌)', '(手机号/电话/号码/尾号/身份证)…(后/末)4位(数/)',
  '(gift card/member card/membership card/order/tracking/model/article) number', 'last (four/4) digits of (the/your) card number', '(order/booking) confirmation code', 'pin (it/up)', '(promo/discount/coupon/voucher/gift/referral/product/style/colour/postal/zip/qr) code', 'default password',
]
/** With a warning's word in them, and still no warning. */
const NO_WARNING = [
  '不用(担心/怕/急)', '别(担心/怕/急/着急)', '不要(担心/着急)', '(性/类/特/级/分/差)别', '别的', '除了我', "don't worry", 'do not worry', "don't be afraid", 'do not hesitate',
]

const LISTS = { thing: THINGS, ask: ASKS, warning: WARNINGS, harmless: HARMLESS, noWarning: NO_WARNING }
export type SecretKind = keyof typeof LISTS
/** Wordings as the rows have them, looked for with the rows of the team. */
export const SECRET_WORDS: readonly { kind: SecretKind; text: string }[] =
  (Object.keys(LISTS) as SecretKind[]).flatMap(kind => LISTS[kind].map(text => ({ kind, text })))
