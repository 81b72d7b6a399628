import { seedRules, type SeedRule } from './seed-rule.ts'

const ZH = '任何情况下都不索要密码、验证码和完整卡号。'
const EN = 'Never ask for a password, a code or a full card number.'

/** C2 and C4: what is never asked for, and whose data is never told. Asking for codes in free words is found without a row. */
export const sensitiveRules: readonly SeedRule[] = [
  ...seedRules('C2', 'zh', ZH, [
    ['mi-ma', 'block', [
      '支付密码是多少', '您的支付密码', '你的支付密码', '把密码告诉', '密码(发我/发过来/告诉我/给我/报/念/多少)', '登录密码是', '需要您的密码', '提供密码', '提供支付密码',
      '提供登录密码', '账号密码发', '账号和密码', '报一下密码', '付款密码',
    ], '请您自己在付款页面输入，我们不会问您密码', [
      '忘记您的支付密码', '重置您的支付密码', '保管好您的支付密码', '保护好您的支付密码', '不会要您的支付密码', '不要提供密码', '不会要求您提供密码', '无需提供密码',
      '不需要您的密码', '不要把密码告诉', '别把密码告诉', '请勿把密码告诉',
    ]],
    ['yan-zheng-ma', 'block', [
      '验证码发我', '验证码告诉我', '验证码给我', '验证码发过来', '验证码是多少', '提供验证码', '把验证码', '收到的验证码发', '短信验证码发', '报一下验证码', '验证码报', '验证码念',
      '动态码发', '校验码发', '短信发我看', '短信截图发我', '短信截图给我', '把短信转发', '屏幕共享', '共享屏幕', '远程控制您',
    ], '验证码请只在官方页面输入，不用告诉我们', [
      '不要把验证码', '请勿把验证码', '别把验证码', '勿把验证码', '不会让您把验证码', '不要提供验证码', '不会要求您提供验证码', '无需提供验证码', '切勿把验证码', '不要开启屏幕共享',
      '不要屏幕共享', '不会要求您共享屏幕', '请勿共享屏幕', '不要共享屏幕', '请勿屏幕共享', '不需要提供验证码',
    ]],
    ['ka-hao', 'block', [
      '银行卡号发', '卡号发我', '卡号告诉我', '卡号给我', '提供银行卡', '提供卡号', '完整卡号', '信用卡号发', '卡的有效期', '卡背面',
      '(银行卡/信用卡/储蓄卡)…(拍给/拍一下/发我/发来/发给)', '安全码', 'CVV', '银行卡正反面', '银行卡照片', '卡片正反面', '(信用卡/银行卡/储蓄卡/卡)(的/)(到期/有效)',
    ], '退款会原路退回，不需要您的卡号', [
      '会员卡号发', '会员卡号告诉我', '礼品卡号发', '不需要提供银行卡', '无需提供银行卡', '不用提供银行卡', '不需要提供卡号', '无需提供卡号', '会员卡背面', '会员卡号给我',
      '礼品卡背面', '不要提供银行卡', '保卡背面', '贺卡背面', '不需要完整卡号', '不会要您的完整卡号', '吊卡背面', '保修卡背面', '防伪卡背面', '礼品卡号给我',
      '(会员/礼品/保修/积分/购物)卡(的/)(到期/有效)', '卡(的/)(有效/到期)…(延/内/前/过)',
    ]],
    ['shen-fen-zheng', 'warn', ['身份证号发', '身份证发我', '身份证照片', '身份证正反面', '提供身份证', '身份证号码是多少', '身份证号告诉我', '手持身份证'], '核实身份只需要收件人姓氏和手机号后四位', ['不需要提供身份证', '无需提供身份证', '不用提供身份证', '不要提供身份证']],
  ]),
  ...seedRules('C2', 'en', EN, [
    ['password', 'block', [
      'tell me your password', 'send me your password', 'what is your password', "what's your password", 'give me your password', 'need your password', 'your account password',
      'payment password', '(login/username/email) and password', '(password/passcode/pin/otp/cvv) (pls/plz/please)',
    ], 'please enter it on the payment page only; we never ask for it', [
      'never tell anyone your account password', 'change your account password', 'reset your account password', 'forgot your account password', 'never ask for your account password',
      'never need your password', "don't need your password", 'do not need your password', 'keep your account password', 'never ask for your payment password',
      'reset your payment password', '(enter/reset/change/type)…(password/pin) (pls/plz/please)', '(no/never/not)…(login/username/email) and password',
    ]],
    ['code', 'block', [
      'send me the code', 'tell me the code', 'give me the code', 'what is the code', "what's the code", 'read me the code', 'forward the code', 'forward me the sms',
      'send me the sms', 'share your screen', 'screenshot of the code', 'the code you received',
    ], 'please keep the code to yourself; we do not need it', [
      'never share your screen', "don't share your screen", 'do not share your screen', 'keep the code you received', 'never give anyone the code you received',
      'what is the code for', 'what is the code of the', 'what is the code on the tag', 'enter the code you received',
    ]],
    ['card', 'block', [
      'your full card number', 'full card number', 'your card number', 'card details', 'card expiry', '(expiry/expiration) date (of/on) (your/the) card', 'back of your card',
      'both sides of your card', 'photo of your card', 'security code',
    ], 'the refund goes back to your original account, no card number is needed', [
      '(no need/never/not/without)…(card details/card number)', 'last four digits of your card number', 'last 4 digits of your card number', 'no card details',
      "don't need your card number", 'need no card details', "don't need card details", "don't send your card number", 'no need to send your card', 'no need to give your card',
      'not need to send your card', 'not have to send your card', 'never send your card number', "(don't/do not/never) (store/keep/see)…card (number/details)",
      "(don't/do not/never) (have/save/know)…card (number/details)",
    ]],
    ['id', 'warn', [
      'photo of your id', 'copy of your id', 'picture of your passport', 'copy of your passport', 'send me your id', 'your id number', 'your passport number',
    ], 'the surname and the last four digits of the phone are enough', ['no copy of your id', 'not need your id number', "don't need your id number"]],
  ]),
  ...seedRules('C4', 'zh', '别的顾客的信息不能说。', [
    ['bie-de-gu-ke', 'block', [
      '别的客户的电话', '别的顾客的电话', '另一位顾客的电话', '另一个客户的电话', '其他顾客的电话', '其他客户的电话', '别的顾客的地址', '另一位顾客的地址', '其他顾客的地址',
      '其他客户的地址', '别的客户的地址', '别人的订单号', '其他顾客的订单号', '另一位顾客的订单号', '那位顾客的名字', '上一位顾客叫', '那个客户叫', '别的顾客的名字', '别的客户叫',
      '其他客户的信息发', '其他顾客的信息发',
    ], '为了保护隐私，我只能说您自己的订单'],
  ]),
  ...seedRules('C4', 'en', "Nothing of another customer's is told.", [
    ['another-customer', 'block', [
      "another customer's phone", "another customer's address", "another customer's order", "other customer's phone", "other customer's address", "the other customer's name",
      "somebody else's order number", "someone else's order number", "another customer's name", "another customer's number", 'the previous customer is called',
      'phone number of another customer', 'address of another customer', 'the last customer lives',
    ], 'to protect privacy I can speak about your own order only'],
  ]),
]
