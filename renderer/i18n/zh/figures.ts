/** Rules and figures: every figure of the procedure, per team; opening hours. */
export const figures = {
  figures: {
    title: '规则与数字', lead: '流程里的每个数字，按组设置。发布后对新的计时生效，正在进行的不变。', team: '组', view: { figures: '数字', hours: '营业时间' },
    search: '找编号或名称', onlyChanged: '只看改过的', onlyDraft: '只看草稿', count: '{{count}} 项', none: '没有符合的数字', noneHint: '换个词，或去掉筛选',
    noTeams: '还没有组', failed: '没有取到，数据没有丢。', standard: '默认 {{value}}', changedBy: '{{name}}，{{when}}', never: '未改过',
    undo: '撤销这项修改', reset: '恢复默认', later: '尚未启用', laterHint: '程序还没有用到这个数字，启用后才能设置。', versions: '历史版本',
    unit: { sec: '秒', min: '分钟', h: '小时', days: '天', percent: '%', chars: '字', rings: '声' },
    equals: '= {{text}}', severity: { block: '禁止', warn: '警告', note: '记录' }, on: '开', off: '关',
    fault: { number: '请填整数', clock: '请填时刻，如 12:00', range: '只能在 {{min}} 到 {{max}} 之间', above: '不能大于“{{other}}”（{{value}}）', below: '不能小于“{{other}}”（{{value}}）', unknown: '不认识的数字' },
    group: {
      timers: '会话计时', channels: '其他渠道', load: '接待量与分配', language: '用语', scripts: '话术与知识', orders: '订单', tickets: '工单', meal: '就餐', handover: '交接班',
      quality: '质检与满意度', training: '新人与培训',
    },
    name: {
      firstReplySec: '首次人工回复', averageReplySec: '每次回复（平均响应）', holdingSec: '该发等待语', apologySec: '该致歉', silenceAskSec: '顾客沉默，询问需求', silenceCloseSec: '询问后仍沉默，自动结束',
      promiseSec: '查询等承诺的默认时长', promiseNudgeSec: '承诺到期前提醒', peakReplySec: '高峰平均响应', phoneRings: '电话几声内接起', phoneRingSec: '一声铃的长度', mailReplyHours: '邮件回复',
      socialReplyHours: '社交媒体回复', queueAlertCount: '排队超过多少人报警', returningHours: '老顾客回到原客服的时限', queueAgingSec: '排队多久抵一个会员等级', unreachableSec: '多久没消息算失联',
      handoverSec: '失联后多久转给同事', busyDeskCount: '一人多少会话算忙', messageChars: '一条消息的长度', lengthSeverity: '消息过长', personalDataSeverity: '不属于本会话的个人信息', cardSeverity: '银行卡号、身份证号、验证码',
      anythingElseTimes: '“还有什么可以帮您”最多问几次', reviewDays: '话术与知识多久复审', unusedDays: '多久没用算闲置', campaignDaysAhead: '结束语预告几天内的活动', returnDays: '签收后可退货', urgentSolvedMin: '紧急（账号安全）解决',
      complaintFeedbackHours: '投诉首次反馈', logisticsHours: '物流投诉跟进', qualityPlanHours: '质量投诉给出方案', progressHours: '售后进度告知间隔', shopPartHours: '售后由店铺完成的部分', repairHours: '维修工时',
      lunchFrom: '午餐开始', lunchTo: '午餐结束', dinnerFrom: '晚餐开始', dinnerTo: '晚餐结束', mealBatches: '就餐批次', mealBatchesBusy: '忙时就餐批次', mealClearMin: '就餐前清人', mealMinutes: '一餐多长', transferAcceptSec: '转接多久没接算退回', lateBackMin: '晚归多久告诉主管', absentGraceSec: '客服不在时顾客最多等', idleAwayMin: '多久没操作算离开', transferAgents: '同一顾客最多经过几位客服',
      handoverReplySec: '交接时段的回复', handoverTargetMin: '接班后联系顾客（目标）', handoverLimitMin: '接班后联系顾客（上限）', handoverClearMin: '下班或会议前清人', sampleShare: '质检抽样', surveyHours: '满意度调查发出',
      surveyQuestions: '调查最多几题', satisfactionAim: '满意度目标', satisfactionLow: '满意度低线', firstContactShare: '一次解决率', complaintSolvedHours: '投诉解决', appraisalDays: '考核周期', readyDays: '新人上岗',
      conformityShare: '话术规范率', trainingDays: '培训周期',
    },
    version: '第 {{version}} 版', versionBy: '{{name}}，{{when}}', versionSetUp: '建店时设置', versionEmpty: '与上一版相同', versionsLead: '每次发布改了什么。', versionsEmpty: '还没有发布过', restore: '放进草稿',
    restored: '已放进草稿，核对后发布',
  },
  writing: {
    none: '没有未发布的修改', saving: '正在保存…', saved: '草稿已保存', pending: '草稿在本机，等待上传', failed: '草稿没有保存，正在重试', changes_one: '{{count}} 项修改未发布', changes_other: '{{count}} 项修改未发布',
    drop: '放弃草稿',
  },
  hours: {
    lead: '每个渠道的营业时间和自动语。营业时间外不计超时，顾客的话作为留言。', channel: '渠道', none: '这个组还没有渠道', timeZone: '时区', badZone: '没有这个时区', always: '全天营业', alwaysHint: '关掉后按每周时段营业', weekly: '每周时段', add: '加时段', remove: '删除 {{what}}',
    from: '{{day}} 开始', to: '{{day}} 结束', closed: '休息', badPeriod: '请填时刻，结束要晚于开始', overlap: '同一天的时段重叠', holidays: '休息日', holidayAdd: '加休息日', holidayNone: '没有休息日', badDate: '请填日期，如 2026-02-17', automaticReply: '自动回复',
    automaticReplyHint: '营业时间内顾客来时自动发；留空则不发', closedNotice: '休息提示', closedNoticeHint: '营业时间外自动发；留空则不发', copyDays: '同样用于周一至周五', weekday: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
    chars: '{{count}} / {{max}}',
  },
} as const
