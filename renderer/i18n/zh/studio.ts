/** The studio: its frame, scripts, releases. */
export const studio = {
  studio: {
    title: '主管台', pages: '主管台页面',
    page: { scripts: '话术', knowledge: '知识', releases: '发布' },
    offline: '离线：草稿照常写，保存在本机；送审和发布要联网。',
    refused: {
      own_draft: '自己写的草稿要由另一个人审核。', forbidden: '你的账号没有这个权限。', already_out: '已经发布，不能再取消；可以撤回这次发布。',
      unfinished: '还有必填的内容没写好。', not_found: '找不到了，可能别人刚刚处理过。',
    },
  },
} as const
