/** The agent's shift: state, meal, leaving, handover, transfers, talks, notices. */
export const shift = {
  duty: {
    kind: { day: '早班', mid: '中班', night: '晚班', meeting: '会议', training: '培训', off: '休息' },
    next: '下一班 {{kind}} {{from}}–{{to}}', now: '{{kind}} {{from}}–{{to}}', none: '今天没有排班', last: '今天最后一班', isDuty: '今天你当值',
    meal: { lunch: '午餐', dinner: '晚餐' }, batch: '{{time}} 第 {{batch}} 批{{meal}}', clearIn: '{{left}} 后开始清人', mealIn: '{{left}} 后去吃饭',
    backAt: '{{time}} 回', backLeft: '还有 {{left}}', backLate: '已晚 {{left}}',
    cause: { agent: '你自己设的', roster: '按排班', idle: '电脑没人操作', supervisor: '{{name}} 帮你设的', help: '你答应来支援', system: '程序设的' },
    since: '{{time}} 起', reason: '原因：{{reason}}', unreachable: '服务器没听到这台电脑，同事看到你失联。顾客可能会转给同事。',
  },
  away: {
    title: '离开座位', lead: '先处理完手上的，离开时自动回复会告诉顾客。', reason: '原因',
    reasons: { water: '喝水', restroom: '洗手间', call: '接电话', colleague: '找同事' }, own: '其他原因', until: '多久回来', minutes: '{{count}} 分钟', go: '离开',
  },
  prompt: {
    meal: '{{time}} 就餐，先挂起，把手上的顾客处理完', shift_end: '{{time}} 下班，先挂起清人，清不完的交接给同事', meeting: '{{time}} 开会，先挂起清人，清不完的交接给同事',
    late_back: '该回来了：说好 {{time}} 回', hangUp: '挂起并清人', list: '打开名单', back: '我回来了',
  },
  leaving: {
    title: { meal: '就餐', away: '离开座位', shift_end: '下班交接', meeting: '开会交接' }, at: '{{title}} · {{time}}', left: '还有 {{left}}', over: '已过 {{left}}', lead: '手上的顾客，最急的在最上面',
    step: { hung: '挂起', clear: '清人', auto: '自动回复', go: { meal: '去就餐', away: '离开', shift_end: '下班', meeting: '去开会' } },
    hungSince: '{{time}} 已停止接新客', hungNot: '还在接新顾客', hangUp: '现在挂起', clearLeft: '{{total}} 位里还有 {{left}} 位', clearDone: '都处理好了', autoHint: '离开后自动回复', autoBack: '预计 {{time}} 回', goHint: '处理完就能走', handHint: '清不完的列成名单交给对班',
    kind: { waiting: '在等回复', running: '处理中', fresh: '刚接入', quiet: '等顾客回', companion: '手动会话' },
    rule: { M4: '处理中的要转走，得写原因', M6: '已经过两位客服，不能再转，请处理完' }, suggest: '可转给 {{name}}，{{load}} 位在聊', suggestWhy: '可转给 {{name}}，{{why}}',
    answer: '去回复', close: '结束', transfer: '转给…', transferTo: '转给{{name}}', wait: '等顾客', tick: '已处理', undo: '撤回',
    decided: { wait: '等顾客 · 自动回复', done: '已处理', transfer: '已请 {{name}} 接', transferPlain: '转接中' }, gone: { closed: '已结束', moved: '已转走' }, promise: '承诺 {{time}} 前：{{text}}', promisePlain: '承诺 {{time}} 前答复',
    waiting: '还有 {{count}} 位顾客在等，处理完才能走', undecided: '还有 {{count}} 位没决定怎么办', open: '都好了，可以走了', openEmpty: '手上没有顾客，可以走了', askGo: '急着走？请主管放行', keys: '↑↓ 选顾客 · 按字母处理 · {{go}} 离开', empty: '手上没有顾客', emptyHint: '可以放心走了。', stay: '不走了',
    strip: { meal: '准备就餐', away: '准备离开', shift_end: '准备下班', meeting: '准备开会' }, stripLeft: '还有 {{count}} 位', stripDone: '都处理好了', welcome: '欢迎回来，自动回复已关', welcomeWaiting: '欢迎回来：{{count}} 位顾客在等',
    failed: '名单没有取到，顾客还在原处，请再打开一次。',
  },
  handover: {
    to: '交给', nobody: '没有对班（今天最后一班）', note: '给对班的话', noteFor: '给对班的话：{{name}}', line: '先告诉顾客的交接语', lineHint: '留空就发团队的交接语', send: '发出名单（{{count}} 位）', sent: '名单已交给 {{name}}', sentNobody: '名单已交给空闲的同事', offDuty: '下班', meet: '去开会', allFinish: '今天最后一班，没有对班：请全部处理完再下班',
    counterpart: '{{name}} · {{state}}', counterpartAt: '{{name}} · {{time}} 上班', progress: '{{done}} / {{total}} 已确认', confirmBy: '{{left}} 内确认，超时交给空闲的同事', over: '时间到了，没确认的正交给空闲的同事', allDone: '都接走了，可以走了',
    state: { listed: '等确认', confirmed: '{{name}} 已接', escalated: '已交给 {{name}}', void: '已结束' }, someone: '同事',
    strip: '{{name}} 交接给你 {{count}} 位顾客', stripContact: '接班的顾客还有 {{count}} 位没联系', given: '交接中：{{done}} / {{total}} 已确认', show: '打开名单', title: '接班：{{name}}', leadPlain: '看记录和留言，一位一位确认，然后尽快联系顾客。',
    confirm: '确认接手', contact: '去联系', contacted: '已联系', contactIn: '{{left}} 内联系', contactLate: '联系已超 {{left}}', noNote: '没有留言', history: '聊天记录', noTake: '团队还没有接班语', keys: '↑↓ 选顾客 · Enter 确认 · L 去联系', empty: '没有要接的交接', left: '还有 {{left}}', cause: { shift_end: '下班交接', meeting: '开会交接', lost_desk: '电脑失联，程序整理的名单', off_duty_write: '顾客找下班的同事' },
  },
  transfer: {
    open: '转接', title: '转接 {{name}}', lead: '对方接受前，顾客还是你的，等待时间不重新算。', agent: '客服', team: '组', skill: '技能', find: '找同事', none: '没有别的同事', noTeams: '没有别的组', noSkills: '没有设技能', loading: '正在找合适的同事…', failed: '没有取到，请再试一次。',
    load: '{{load}} / {{limit}} 位', why: { next_batch: '下一批就餐', known: '熟悉这位顾客', free: '现在最空' }, refused: { M5: '现在不接顾客', M7: '顾客正和另一位说话', full: '接待已满', skill: '没有这项技能', language: '不会这种语言' }, unreachable: '失联',
    note: '给对方的话', noteHint: '顾客看不到', line: '先告诉顾客', lineHint: '顾客会看到这一句', reason: '为什么转', reasonHint: '处理中的顾客要写原因', overrule: '主管破例，写明理由', overruleReason: '破例理由', m6: '顾客已经过两位客服，不能再转。请处理完。', m4: '正在处理中，转走要写原因。',
    send: '转接', sent: '已请 {{name}} 接 {{customer}}', queued: '{{customer}} 已转到 {{to}} 的队列', teamTo: '转到这个组的队列，等待时间照算', skillTo: '转给会这项的同事，等待时间照算',
    incoming: '{{from}} 想把 {{customer}} 转给你', accept: '接', decline: '不接', left: '{{left}} 秒', outgoing: '等 {{name}} 接 {{customer}}', cancel: '撤回', returned: '{{name}} 没有接，{{customer}} 回到你这里', accepted: '{{name}} 接了 {{customer}}', group: '同事', cancelled: '已撤回转接', declined: '没有接，顾客留在对方那里',
  },
  others: { viewing: '{{name}} 正在看', typing: '{{name}} 正在写' },
  holders: { title: '谁接待过', now: '现在', queue: '排队', lasted: '{{time}} 起，{{duration}}', someone: '客服' },
  watch: { hint: '你在旁观。写的只有同事看得到，顾客看不到。', end: '结束旁观', takeOver: '接管', title: '接管 {{name}}？', lead: '顾客改由你接待，原来的客服会收到通知。', reason: '理由', whisper: '写给 {{name}} 的提示' },
  talks: {
    open: '内部沟通', openCount: '内部沟通，{{count}} 个进行中', title: '内部沟通：{{name}}', lead: '只有同事看得到，顾客还由你接待。', help: '求助', group: '讨论', kind: '方式', helpHint: '问一个人，要在几分钟内回', to: '问谁', members: '参加的人', question: '问题', questionHint: '例如：这单能不能破例退？', name: '标题', due: '多久之内', dueMin: '{{count}} 分钟', start: '发出', say: '写给同事', send: '发送', close: '解决了', closed: '已解决', empty: '还没有内部沟通', emptyHint: '拿不准就问，顾客不用换人。',
    state: { open: '等回复', answered: '已回复', closed: '已结束' }, dueIn: '{{left}} 内回复', dueLate: '已超 {{left}}', new: '新的', list: '进行中', find: '找同事',
  },
  notice: {
    title: '我的通知', open: '通知', openCount: '{{count}} 条新通知', empty: '没有通知', emptyHint: '排班、换班、交接有变化时在这里。', seen: '知道了', seenAll: '都知道了', yes: '可以', no: '不行', agree: '同意', decline: '不同意', answered: { yes: '你答应了', no: '你没有答应' }, someone: '同事',
    roster: '排班有变化：{{date}} 起 {{count}} 个班', meal_plan: '{{date}} {{meal}}：你 {{time}} 去', swap_asked: '{{name}} 想和你换班', swapSettled: { agreed: '换班成功', declined: '对方不同意换班', cancelled: '对方取消了换班', impossible: '换班没成：班已经变了', asked: '换班等对方回复' }, help_call: '{{name}} 请你来支援：排队的顾客太多了', let_go: '主管让你转为“{{state}}”：{{reason}}', late_back: '你晚归了，说好 {{time}} 回', lateOther: '{{name}} 还没回来，说好 {{time}} 回',
    handover: '{{name}} 交接给你 {{count}} 位顾客', escalated: '交接没人确认：{{count}} 位顾客已交给别人', moved: '{{count}} 位顾客由 {{by}} 改派给 {{to}}', movedQueue: '{{count}} 位顾客由 {{by}} 放回队列', handed_over: '你失联时，{{count}} 位顾客已交给同事', show: '打开名单',
  },
} as const
