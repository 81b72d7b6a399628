export type ShellLanguage = 'zh' | 'en'

const zh = {
  open: '打开',
  cancel: '取消',
  openLink: (host: string) => `要在浏览器中打开 ${host} 吗？`,
  show: '显示工作台',
  quit: '退出',
  edit: '编辑',
  view: '显示',
  window: '窗口',
  newWindow: '新窗口',
  closeWindow: '关闭窗口',
  alertTitle: (count: number) => `${count} 位顾客快要超时`,
  alertMissed: (count: number, missed: number) => `${count} 位顾客在等，${missed} 位已超时`,
  alertBody: (name: string) => `等得最久：${name}`,
  waiting: (count: number) => (count === 0 ? '没有顾客在等' : `还有 ${count} 位顾客在等`),
  brokenTitle: '工作台无法启动',
}

const en: typeof zh = {
  open: 'Open',
  cancel: 'Cancel',
  openLink: host => `Open ${host} in the browser?`,
  show: 'Show the desk',
  quit: 'Quit',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  newWindow: 'New window',
  closeWindow: 'Close window',
  alertTitle: count => (count === 1 ? '1 customer is close to due' : `${count} customers are close to due`),
  alertMissed: (count, missed) => `${count} ${count === 1 ? 'customer waits' : 'customers wait'}, ${missed} missed`,
  alertBody: name => `Longest wait: ${name}`,
  waiting: count => (count === 0 ? 'No customer waits' : `${count} ${count === 1 ? 'customer waits' : 'customers wait'}`),
  brokenTitle: 'The desk cannot start',
}

/** What the shell itself says, outside any window. */
export const SHELL_TEXTS: Record<ShellLanguage, typeof zh> = { zh, en }

/** @returns Chinese unless the system speaks another language */
export function languageOf(locale: string): ShellLanguage {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
