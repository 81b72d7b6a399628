/** Top bar, rail, conversation list. */
export const desk = {
  common: {
    cancel: '取消', close: '关闭', undo: '撤销', copy: '复制', copied: '已复制', retry: '重试',
    dismiss: '不再显示', loading: '正在加载…',
  },
  regions: { top: '状态栏', rail: '导航', list: '会话列表', thread: '对话', composer: '回复', profile: '顾客资料' },
  rail: { conversations: '会话', shortcuts: '快捷键', settings: '设置', waiting: '{{count}} 位顾客在等' },
  presence: {
    label: '我的状态：{{state}}',
    online: '在线', hung_up: '挂起', meal: '就餐', handover: '交接', training: '培训', away: '离开', off_duty: '下班',
    hint: {
      online: '接待新顾客', hung_up: '不接新顾客，继续处理手上的', meal: '就餐中', handover: '交接班', training: '培训或会议',
      away: '暂时离开座位', off_duty: '今天结束',
    },
    unreachable: '服务器没有听到这台电脑',
    lock: '锁定', switch: '换人', signOut: '退出登录',
  },
  today: {
    first: '首响', average: '均响', missed: '超时', seconds: '{{value}} 秒', none: '—',
    explain: '今天的平均首次响应、平均响应和超时次数',
  },
  sync: {
    online: '已同步', syncing: '同步中', offline: '离线', offlineQueued: '离线 · {{count}} 条待发',
    queued: '{{count}} 条待发', stuck: '{{duration}}没有同步', upgrade: '需要升级', first: '首次下载 {{percent}}',
    title: '同步', last: '上次同步', never: '还没有', queuedRow: '等待发送', uploading: '正在上传的图片',
    refused: '没有被接受', refusedShort: '{{refused}} 条没有发出', now: '立即重试', offsetRow: '与服务器时差', reasonRow: '原因', showInbox: '查看没有发出的',
    kept: '离线时照常工作：写的内容都保存在本机，联网后按顺序发出。',
    reason: {
      network: '连不上网络', server: '服务器没有响应', session: '需要重新登录', disk_full: '磁盘已满', loopback_only: '试用环境只连本机',
      clock: '电脑时间不对', unknown: '原因不明',
    },
  },
  search: {
    open: '搜索', title: '搜索', placeholder: '昵称、订单号、手机尾号、消息内容', empty: '没有找到“{{text}}”',
    start: '在你能看到的全部会话、顾客和订单里查找', searching: '正在查找…', failed: '没有查成，请再试一次。',
    kind: { conversation: '会话', message: '消息', customer: '顾客', order: '订单' },
    hint: '↑↓ 选择 · Enter 打开 · Esc 关闭',
    noConversation: '没有可以打开的会话',
  },
  list: {
    waiting: '待回复', running: '进行中', queue: '排队', left: '留言', closed: '已结束',
    byDue: '按最近到期', fresh: '有 {{count}} 位新顾客，点此查看', reorder: '顺序有更新，点此刷新',
    empty: '现在没有会话', emptyHint: '新顾客来了会出现在这里，并有提示音。',
    offline: '离线，显示的是本机保存的会话', loading: '正在取会话…',
    draft: '草稿', queued: '{{count}} 条待发', unread: '{{count}} 条未读', typing: '正在输入…', spam: '骚扰',
    agentNthHint: '之前已有 {{count}} 位客服接待', wantsReply: '等回复', ago: '{{when}}', justNow: '刚刚', waits: '已等 {{time}}',
    startCompanion: '手动开始会话', start: '新建', noSnippet: '（还没有消息）',
    fold: '收起{{name}}', unfold: '展开{{name}}',
    rowDue: '{{rule}}还剩 {{seconds}}', rowLate: '{{rule}}已超 {{seconds}}',
  },
  tier: { normal: '普通', silver: '银卡', gold: '金卡' },
  channel: { web_chat: '网页', webhook: '店铺 IM', companion: '手动', phone: '电话', mail: '邮件', social: '社交媒体' },
  companion: {
    title: '手动开始会话', lead: '用于还不能接入的聊天工具：在这里登记，计时和记录照常。', nickname: '顾客昵称', channel: '渠道',
    language: '语言', zh: '中文', en: '英文', start: '开始', noChannel: '没有可用的手动渠道，请联系主管添加。',
    customerWrote: '顾客来消息', iAnswered: '我已回复', hint: '在原聊天工具里收到或回复后，按对应的键记录时间。',
  },
  due: {
    T1: '首次回复', T2: '回复', T3: '安抚', T4: '致歉', T7: '沉默', T8: '承诺',
    inTime: '还剩 {{time}}', late: '超时 {{time}}', none: '没有到期事项',
    queuedMark: '回复待发送，计时继续',
  },
  alert: { title_other: '{{count}} 位顾客在等' },
  toast: { closed: '已结束与 {{name}} 的会话', noteRemoved: '备注已移除', tagRemoved: '已移除标签“{{tag}}”',
    tookBack: '已撤回，内容回到输入框', spamOn: '已标记为骚扰',
    spamOff: '已取消骚扰标记', blocked: '已拉黑这位顾客', unblocked: '已取消拉黑', promise: '已记下承诺', tick: '已记录',
    region: '提示' },
} as const
