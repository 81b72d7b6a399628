/** Thread, composer, customer sidebar. */
export const thread = {
  header: {
    firstTime: '首次接待', agentsBefore: '之前 {{count}} 位客服', more: '更多操作', close: '结束', reopen: '重新打开', take: '接待',
    spam: '标记骚扰', notSpam: '取消骚扰标记', block: '拉黑顾客', unblock: '取消拉黑', promise: '承诺计时',
  },
  thread: {
    none: '选择一个会话开始', noneHint: '{{next}} 打开最急的一位 · {{search}} 搜索', empty: '还没有消息', beforeTaken: '接待这位顾客后，这里会显示全部消息', missing: '这个会话已不在你的桌面上',
    loading: '正在打开会话…', loadingEarlier: '正在取更早的消息…', newMessages: '{{count}} 条新消息', toEnd: '到最新',
    automatic: '自动', customer: '顾客', typing: '对方正在输入', quote: '引用回复', copy: '复制', gone: '（引用的消息不在这里）',
    line: { answer: '答复', opening: '开场', holding: '安抚', look_up: '查询', apology: '致歉', closing: '结束语' },
    status: { held: '{{seconds}} 秒后发出', queued: '待发送', queuedWhy: '待发送 · 联网后自动发出，计时继续', sent: '已发出', delivered: '已送达' },
    takeBack: '撤回', refusedKept: '内容已保留', useAgain: '放回输入框', reveal: '点击显示 {{kind}}', hide: '隐藏',
    masked: { mobile: '手机号', landline: '电话号码', international: '电话号码', email: '邮箱', id_card: '身份证号', bank_card: '银行卡号', account: '账号' },
    note: '内部备注', noteHint: '顾客看不到', picture: '图片 {{name}}', pictureLoading: '正在取图片', pictureFailed: '图片没有取到',
    uploadFailed: '上传没有完成', uploading: '上传 {{percent}}', lightbox: '查看图片', openLink: '打开链接 {{url}}',
    proposed: '前任客服没发出的回复', proposedBy: '{{name}} 写于 {{when}}，没有发出', proposedUse: '用这条', proposedDrop: '不用',
  },
  system: {
    queued: '顾客进入排队', assigned: '{{name}} 开始接待', reassigned: '由 {{from}} 转给 {{name}}', reassignedTo: '转给 {{name}}', handedBack: '{{from}} 不在，会话回到队列', closed: '{{name}} 结束了会话',
    closedPlain: '会话已结束', reopened: '会话重新打开', closed_notice: '非营业时间，已告知顾客', promise_made: '承诺 {{time}} 前：{{text}}',
    promise_made_plain: '承诺 {{time}} 前答复', promise_kept: '承诺已兑现', promise_cancelled: '承诺已取消', blocked: '已拉黑', unblocked: '已取消拉黑',
    spam: '标记为骚扰', spamOff: '取消骚扰标记', silence_closed: '顾客长时间没有回复，会话已自动结束', customer_tick: '顾客来消息（手动记录）',
    agent_tick: '已回复（手动记录）', someone: '客服', me: '你',
    transfer_offered: '{{from}} 想转给 {{name}}', transfer_offered_group: '{{from}} 转到了队列', transfer_returned: '没有被接收，回到 {{name}}', transferred: '由 {{from}} 转给 {{name}}', handed_over: '交接：由 {{from}} 交给 {{name}}', taken_over: '{{name}} 接管了会话', watched: '主管 {{name}} 正在看',
  },
  refusal: {
    reassigned: '顾客已由其他客服接手，这条没有发出', not_allowed: '你没有权限做这个', not_found: '会话已不在', closed: '会话已结束',
    already_taken: '已有客服接待了', limit_reached: '接待数已到上限', unanswered: '这位顾客还没有收到任何回复', blocked: '顾客已被拉黑',
    invalid: '服务器不接受这条内容', failed: '服务器出错，没有完成', language: '话术规则不允许这样写，没有发出', personal_data: '含有其他顾客的信息，没有发出',
    M2: '每批就餐都要留人：每项技能、每种语言至少一位在岗', M4: '还有顾客在等，或者转走处理中的没写原因', M5: '对方现在不接顾客，没有转', M6: '顾客已经过两位客服，不能再转，请处理完', M7: '顾客正和另一位客服说话，没有转',
    M8: '转接前要先告诉顾客一句，没有转', H5: '手上还有会话，不能下班', D11: '白天的留言由白班回复，留在白班名单里',
  },
  composer: {
    label: '回复 {{name}}', placeholder: '回复顾客，Enter 发送，Shift Enter 换行', notePlaceholder: '写内部备注，@ 提到同事，顾客看不到',
    send: '发送', addNote: '添加备注', saved: '草稿已保存', saving: '正在保存草稿…', notSaved: '草稿没有保存成功', newline: 'Shift Enter 换行',
    picture: '添加图片', note: '内部备注', promise: '承诺计时', opening: '开场白', holding: '安抚语', closing: '结束语', apology: '致歉语', offer: '插入{{line}}',
    noLine: '团队还没有这类话术', quoting: '引用 {{name}}', cancelQuote: '取消引用', removePicture: '移除图片 {{name}}', drop: '松开即可添加图片',
    long: '{{count}} / 120', apologyDue: '回复晚了，先致歉', holdingDue: '先安抚一下', mentions: '提到同事', closedHint: '会话已结束。顾客再来消息会自动打开。',
    reopen: '重新打开', queueHint: '还没有客服接待这位顾客。', notOwner: '这位顾客由 {{name}} 接待。', preparing: '正在准备图片…', take: '接待这位顾客',
    blockedHint: '这位顾客已被拉黑。', insertHint: '插入后可修改再发送',
  },
  promise: {
    title: '承诺计时', text: '承诺内容', textHint: '例如：查一下库存', minutes: '多久之后', at: '到几点', byMinutes: '{{count}} 分钟', set: '开始计时',
    keep: '已兑现', drop: '取消承诺', due: '{{time}} 到期', tomorrow: '明天 {{time}}',
  },
  close: {
    title: '还没有回复过这位顾客', lead: '没有任何回复就结束，会记为差错（D9）。顾客还在等。', anyway: '仍然结束', reply: '去回复',
    promiseTitle: '还有承诺没有兑现', promiseLead: '答应顾客的事还没有结果，结束后不再提醒（D6）。', promiseKeep: '继续跟进',
  },
  spam: { title: '标记为骚扰？', lead: '会话会结束，以后的消息不再提醒。可以随时取消。', confirm: '标记骚扰' },
  block: { title: '拉黑这位顾客？', lead: '拉黑后收不到这位顾客的任何消息。主管可以看到记录，你可以随时取消。', confirm: '拉黑' },
  inbox: {
    title: '没有发出的内容', lead: '这些内容被服务器拒绝了，文字都保留着。', empty: '没有被拒绝的内容', forWhom: '给 {{name}}', put: '放回输入框',
  },
  case: {
    class: {
      enquiry: '咨询', order_change: '改订单', order_query: '查订单', payment: '付款', return: '退货', exchange: '换货', repair: '维修', complaint_quality: '投诉质量',
      complaint_logistics: '投诉物流', complaint_attitude: '投诉态度', complaint_other: '其他投诉', suggestion: '建议',
    },
    outcome: { solved: '已解决', ordered: '已下单', not_ordered: '没下单', follow_up: '要跟进' },
  },
  past: {
    title: '与 {{name}} 的历史会话', open: '看这次会话', loading: '正在取聊天记录…', earlier: '看更早的', again: '再试一次',
    offline: '这次会话的内容不在本机，联网后才能看。', notYours: '这次会话不能看了：这位顾客现在不由你接待。',
  },
  profile: {
    title: '顾客资料', fold: '收起顾客资料', unfold: '展开顾客资料', since: '{{when}}起的顾客', orders: '订单', orderCount: '{{count}} 单', noOrders: '没有订单',
    past: '历史会话', noPast: '没有历史会话', notes: '备注', noNotes: '还没有备注', addNote: '写备注', notePlaceholder: '只有同事看得到',
    tags: '标签', addTag: '添加标签', tagPlaceholder: '标签名', removeTag: '移除标签 {{tag}}', removeNote: '移除备注', female: '女士', male: '先生',
    phone: '手机', email: '邮箱', address: '地址', birthdaySoon: '{{when}}生日', blocked: '已拉黑', returnLeft: '退货剩 {{count}} 天', returnLast: '退货最后一天',
    returnOver: '已过退货期', loading: '正在取顾客资料…', missing: '接待这位顾客后，这里会显示资料', unsolved: '未记录结果', agent: '客服', variant: '{{variant}}', more: '还有 {{count}} 件',
    state: {
      unpaid: '待付款', paid: '待发货', shipped: '已发货', in_transit: '运输中', delivered: '已签收', completed: '已完成', refunding: '退款中',
      refunded: '已退款', cancelled: '已取消',
    },
  },
} as const
