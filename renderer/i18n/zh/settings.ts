/** Settings and shortcuts. */
export const settings = {
  settings: {
    title: '设置', look: '外观', theme: '主题', system: '跟随系统', light: '浅色', dark: '深色', contrast: '高对比', language: '语言', zh: '中文', en: 'English',
    textSize: '字号', small: '小', normal: '标准', large: '大', alert: '提醒', sound: '提示音', soundHint: '快到期、超时各响一次', volume: '音量', try: '试听',
    quiet: '勿扰', quietHint: '不响、不弹通知，颜色和数字照常', work: '接待', takeBack: '发送后可撤回', takeBackOff: '不等待', takeBackSec: '{{count}} 秒', apology: '回复晚了时提示致歉',
    privacy: '安全', lock: '无操作自动锁定', lockOff: '从不', lockMin: '{{count}} 分钟', shortcuts: '快捷键', change: '修改', press: '按下新的组合键…', reset: '恢复默认',
    taken: '和“{{other}}”重复', sidebar: '显示顾客资料', about: '版本 {{version}}', needsModifier: '需要包含 Ctrl 或 Alt',
    secret: '登录密钥', secretOs: '由系统密钥库保管', secretBasic: '只作简单保护', secretNone: '不保存',
  },
  guide: {
    title: '开始的五分钟', lead: '从第一位顾客到最后一位，这些就够了。',
    online: { name: '上线', text: '左上角把状态改成“在线”，新顾客才会分给你。' },
    next: { name: '先回最急的', text: '左边按最近到期排列，环和数字是还剩的时间。这个键打开最急的一位。' },
    send: { name: '回复', text: 'Enter 发送，Shift Enter 换行。发错了，几秒内还能撤回，内容回到输入框。' },
    note: { name: '只给同事看', text: '内部备注顾客看不到，@ 可以提到同事。' },
    promise: { name: '要查一下', text: '告诉顾客多久给答复，并开始承诺计时，到时会提醒你。' },
    search: { name: '找得到', text: '昵称、订单号、手机尾号、说过的话，都在一个搜索里。' },
    companion: { name: '没接入的聊天工具', text: '手动开始会话：写好回复按 Enter 复制，粘贴过去发出，再按“我已回复”，计时照常。' },
    close: { name: '结束', text: '说完了就结束会话，按错可以撤销。顾客再来消息会自动打开。' },
    leave: { name: '离开座位', text: '就餐、下班、离开前先挂起清人：名单里一位一位处理，处理完才能走，离开时自动回复会打开。' },
    transfer: { name: '转给别人', text: '顾客要换人时转接：对方接了才算，没接会回来。拿不准就用内部沟通，顾客不用换人。' },
    offline: { name: '断网也不怕', text: '照常写，内容保存在本机，联网后按顺序发出。右上角随时看得到还有几条没发。' },
  },
  shortcuts: {
    title: '快捷键', hint: '在设置里可以修改',
    groups: { go: '去哪里', answer: '回复', scripts: '话术', desk: '桌面' },
    palette: '话术；再按一次换到知识', slash: '在回复里打开话术', insertMore: '插入并继续选', sendScript: '插入并直接发送', nextVariable: '下一处要填的地方', mend: '换成建议的说法', notices: '公告与更新',
    next: '下一位到期的顾客', nth: '第 n 个会话', search: '搜索', send: '发送', newline: '换行', promise: '承诺计时', close: '结束会话', transfer: '转接', talks: '内部沟通', hangUp: '挂起，或恢复接客', leaving: '离开座位：就餐、下班、清人', accept: '接下转来的顾客', decline: '不接转来的顾客', note: '切换内部备注',
    profile: '展开或收起顾客资料', picture: '添加图片', help: '快捷键一览', settings: '设置', lock: '锁定', duty: '班务：排班、就餐、现场', studio: '主管台', newWindow: '再开一个窗口', companion: '手动开始会话', customerWrote: '手动会话：顾客来消息',
    iAnswered: '手动会话：我已回复', takeBack: '撤回刚发出的消息，或撤销刚才的操作',
  },
} as const
