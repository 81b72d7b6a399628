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
  shortcuts: {
    title: '快捷键', hint: '在设置里可以修改',
    groups: { go: '去哪里', answer: '回复', desk: '桌面' },
    next: '下一位到期的顾客', nth: '第 n 个会话', search: '搜索', send: '发送', newline: '换行', promise: '承诺计时', close: '结束会话', note: '切换内部备注',
    profile: '展开或收起顾客资料', picture: '添加图片', help: '快捷键一览', settings: '设置', lock: '锁定', newWindow: '再开一个窗口', companion: '手动开始会话', customerWrote: '手动会话：顾客来消息',
    iAnswered: '手动会话：我已回复', takeBack: '撤回刚发出的消息，或撤销刚才的操作',
  },
} as const
