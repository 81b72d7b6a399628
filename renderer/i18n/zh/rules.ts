/** Rules of language, notices, incident plans: the studio's pages for them. */
export const rules = {
  rules: {
    title: '用语规则', lead: '不能说的话，和该怎么说。发布后每台电脑在输入时就会提示，离线也有效。', search: '找词、规则或建议', add: '新建规则', import: '导入', export: '导出', filter: { rule: '规则', severity: '程度', language: '语言', state: '状态' },
    all: '全部', on: '启用', off: '停用', drafts: '草稿', count: '{{count}} 条', none: '没有符合的规则', noneHint: '换个词，或去掉筛选', empty: '还没有用语规则', emptyHint: '新建一条，或导入一份', choose: '选一条规则，或新建', failed: '没有取到，数据没有丢。',
    language: { zh: '中文', en: '英文' }, untitled: '（新规则）', rule: '对应条款', severity: '程度', severityHint: { block: '不能发送，服务器也拒收', warn: '再按一次才发出，并记录', note: '照常发出，只记录' }, what: '不能说的', instead: '该怎么说', wordings: '说法', wordingsHint: '每行一个，最多 60 个。空格、标点、全角、繁体、大小写、您和你都能识别。(弄/摔)坏 是其中任一个；你…弄坏 是中间隔几个字，写成 …，… 可以隔开逗号。',
    exceptions: '例外', exceptionsHint: '每行一个；说法出现在其中就不算。', positive: '建议改成', positiveHint: '一键替换成这句', reason: '给客服的理由', reasonHint: '留空用条款的标准说明：{{text}}', active: '启用', tooLong: '第 {{line}} 行超过 60 字', tooMany: '最多 60 行', tooManySpellings: '第 {{line}} 行的括号组合超过 {{most}} 种，请分成几行', needed: '至少写一个说法', duplicate: '“{{words}}”在“{{other}}”里已有',
    try: '试一试', tryHint: '看看这条规则在客服已发的消息里会命中什么，发布前就知道。', days_one: '最近 {{count}} 天', days_other: '最近 {{count}} 天', tryNow: '开始试', trying: '正在查…', tryNone: '看了 {{looked}} 条消息，没有命中', tryFound: '看了 {{looked}} 条消息，命中 {{hit}} 条', tryFirst: '只列出前 {{count}} 条', tryOffline: '试一试要联网',
    imported_one: '已生成 {{count}} 份草稿，核对后发布', imported_other: '已生成 {{count}} 份草稿，核对后发布', importNone: '没有不同的内容', importFaults: '文件里有 {{count}} 处问题，没有导入', fault: '第 {{line}} 行：{{text}}', faultFile: '文件：{{text}}', exported: '已保存到 {{name}}', retire: '删除规则', retiring: '草稿：发布后删除', tooLarge: '文件太大，最多 10 MB',
  },
  notices: {
    title: '通知与应急', notice: { title: '写通知', lead: '班前交代、临时说明：马上到每台电脑，离线的上线就有。', name: '标题', text: '内容', mustRead: '需要确认', mustReadHint: '每位客服点“我已阅读”', teams: '发给', allTeams: '所有组', send: '发出通知', sent: '通知已发出', needed: '标题和内容都要填', offline: '发通知要联网' },
    recent: '最近的通知', recentNone: '还没有发过通知', readers: '{{read}} 人已确认，{{left}} 人未确认', readersNone: '不需要确认', show: '查看未确认', notRead: '未确认：{{names}}', everyone: '都确认了',
    plans: '应急预案', plansLead: '事先写好，出事时一个开关：通知、话术、自动回复和报告顺序一起到位。', add: '新建预案', plansNone: '还没有应急预案', untitled: '（新预案）', choose: '选一个预案，或新建',
    grade: { minor: '一般', major: '严重', critical: '重大' }, gradeLabel: '级别', name: '名称', planNotice: '给客服的通知', scripts: '排在最前的话术', scriptsFind: '找话术', scriptsNone: '没有选话术', path: '报告顺序', pathHint: '先找谁，再找谁', reply: '自动回复', replyHint: '应急期间代替渠道的自动回复', replyZh: '中文', replyEn: '英文', replyOn: '应急期间换自动回复', planTeams: '涉及的组',
    switch: { on: '启动应急', off: '结束应急', onTitle: '启动“{{title}}”？', onLead: '{{teams}}的每台电脑马上收到通知，应急话术排到最前{{reply}}。', withReply: '，顾客收到应急自动回复', offTitle: '结束“{{title}}”？', offLead: '通知收起，话术和自动回复恢复平常。', started: '应急已启动', ended: '应急已结束', since: '{{when}}起，由 {{name}} 启动', live: '进行中', draftFirst: '先发布，才能启动', offline: '开关要联网' },
    needed: '名称和给客服的通知都要填', remove: '删除', scriptGone: '（已不在）',
  },
} as const
