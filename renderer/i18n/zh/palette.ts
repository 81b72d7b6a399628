/** Scripts at hand: the palette, variables, language while typing, what the agent has to know. */
export const palette = {
  palette: {
    comma: '、', title: '话术', field: '找话术', placeholder: '关键词、拼音、首字母或代码', open: '插入话术', tab: { scripts: '话术', knowledge: '知识' },
    allStages: '全部阶段', allScenes: '全部场景', stageFilter: '阶段：{{name}}', sceneFilter: '场景：{{name}}',
    offered: '此刻最合适的', found: '{{count}} 条', near: '没有完全一样的，这些最接近', searching: '正在查找…',
    empty: '没有找到“{{text}}”', emptyFiltered: '这个范围里没有“{{text}}”', emptyHint: '换个词、拼音首字母或代码试试', emptyAll: '还没有话术', 
    personal: '个人', changed: '有更新', pictures: '带 {{count}} 张图片', 
    keys: { insert: '插入', more: '插入并继续', send: '直接发送', tab: '话术 / 知识' },
    openVariables: '还要填：{{names}}', cases: '分情况', mistakes: '常见错误', useCase: '插入这种情况', updated: '更新于 {{when}}',
    new: '新建个人话术', edit: '修改', remove: '删除', removed: '已删除个人话术“{{title}}”', saved: '个人话术已保存', changedCount: '{{count}} 条话术有更新',
    picturesFailed: '话术里的图片没有取到，文字已插入。', tooManyPictures: '一条消息最多 10 张图片', 
    reason: {
      greeting: '顾客打招呼', question: '顾客在问', waiting: '顾客在等', late: '回复晚了', angry: '顾客着急', promise: '有承诺', unpaid: '待付款', paid: '已付款',
      shipped: '已发货', returning: '退货中', after_sale: '售后中', campaign: '活动中', incident: '应急', vip: '高价值', complainer: '常投诉', meal: '就餐',
      handover: '交接班', left_message: '留言', closing: '可以收尾', often: '常用', recent: '刚用过', their_words: '顾客提到', order_words: '订单相关',
    },
  },
  stage: {
    opening: '开场', care: '关怀', waiting: '等待', look_up: '查询', transfer: '转接', recommendation: '推荐', order_check: '核对订单', reminder: '提醒', closing: '结束',
    apology: '致歉', complaint: '投诉', after_sale: '售后', meal: '就餐', handover_give: '交班', handover_take: '接班', left_message: '留言',
  },
  personalScript: {
    titleNew: '新建个人话术', titleEdit: '修改个人话术', lead: '只在你自己的电脑上出现，排在团队话术旁边。', name: '名称', code: '代码', codeHint: '例如 wd01',
    body: '内容', bodyHint: '可以用变量，例如 {{example}}：竖线后面是不知道时用的词', language: '语言', save: '保存', needed: '名称、代码和内容都要填',
  },
  variable: {
    left: '还有 {{count}} 处没填好：{{names}}', next: 'Tab 去填', refused: '还没填好，没有发出',
  },
  language: {
    C1: '不推脱：说“我来帮您……”或“可以……”', C2: '不能向顾客要密码、验证码或完整卡号', C3: '不作绝对保证；可以给出具体时间', C4: '可能是其他顾客的信息，不能发出',
    D4: '先安抚，再给时间；不辩解、不争论', D5: '“还有什么可以帮您”一次会话只问一次', D6: '事情没办完，先不说结束语', D9: '对着急的顾客要道歉，不争辩', D15: '如实说明商品，责任由店铺承担，不怪顾客',
    length: '太长，顾客不容易读完，可以分两条', email: '这个邮箱不在本会话和顾客的资料里', variable: '还有没填好的内容', phone: '这个号码不在本会话和顾客的订单里', address: '这个地址不在本会话和顾客的订单里',
    identity: '含有身份证号', order: '这个订单号不是这位顾客的', card: '含有银行卡号', code: '含有验证码或密码',
    severity: { block: '不能发送', warn: '建议修改', note: '提示' },
    fix: '改为“{{words}}”', drop: '删掉', again: '再按一次 Enter 仍然发送，会记录', blocked: '改好后才能发送', marks: '用语检查', count: '{{at}} / {{count}}', next: '下一处', previous: '上一处',
  },
  briefing: {
    title: '公告与更新', open: '公告', openCount: '公告，{{count}} 条待确认', lead: '主管发布的更新和通知，离线也能看。', empty: '还没有公告',
    mustRead: '需要确认', read: '我已阅读', readNext: '我已阅读，看下一条', confirmed: '已确认', later: '稍后', unread_other: '{{count}} 条公告需要你确认', show: '查看',
    kind: { content: '话术更新', notice: '通知', incident: '应急' }, items_other: '涉及 {{count}} 项', moreItems: '还有 {{count}} 项', undoes: '撤回了之前的更新',
    incident: '应急中', since: '{{when}}起', grade: { minor: '一般', major: '严重', critical: '重大' }, notice: '通知', path: '报告顺序', scripts: '应急话术', details: '查看应急安排',
    fold: '收起', action: { put: '发布', retire: '停用' },
  },
} as const
