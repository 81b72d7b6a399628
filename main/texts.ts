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
  stillHolding: (count: number) => `您手上还有 ${count} 位顾客没有交接`,
  stillHoldingDetail: '先把顾客交接给同事，再关闭工作台。直接退出的话，顾客会等到系统发现您离线后才转给别人。',
  handOver: '去交接',
  quitAnyway: '仍然退出',
  summons: {
    transfer: (name: string) => ({ title: '同事转来一位顾客', body: name === '' ? '请接受或退回' : `${name}：请接受或退回` }),
    meal: () => ({ title: '快到就餐时间了', body: '请挂起，处理完手上的顾客再去' }),
    shift_end: () => ({ title: '快下班了', body: '请挂起、清人，准备交接' }),
    meeting: () => ({ title: '快到开会时间了', body: '请挂起、清人，准备交接' }),
    late_back: () => ({ title: '您说的返回时间已过', body: '回来后请切回在线' }),
    help: (name: string) => ({ title: '请您支援', body: name === '' ? '排队的顾客太多了，能来帮忙吗？' : `${name}：排队的顾客太多了，能来帮忙吗？` }),
  },
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
  stillHolding: count => (count === 1 ? 'You still hold 1 customer who is not handed over' : `You still hold ${count} customers who are not handed over`),
  stillHoldingDetail: 'Hand them over to a colleague first. If you quit now, they wait until the system notices that you are gone.',
  handOver: 'Hand over',
  quitAnyway: 'Quit anyway',
  summons: {
    transfer: name => ({ title: 'A colleague passes a customer on to you', body: name === '' ? 'Accept or return' : `${name}: accept or return` }),
    meal: () => ({ title: 'Your meal is near', body: 'Hang up and see to your customers first' }),
    shift_end: () => ({ title: 'Your shift ends soon', body: 'Hang up, clear, and prepare the handover' }),
    meeting: () => ({ title: 'Your meeting is near', body: 'Hang up, clear, and prepare the handover' }),
    late_back: () => ({ title: 'You meant to be back by now', body: 'Go online when you are back' }),
    help: name => ({ title: 'Can you help out?', body: name === '' ? 'The queue is long' : `${name}: the queue is long` }),
  },
}

/** What the shell itself says, outside any window. */
export const SHELL_TEXTS: Record<ShellLanguage, typeof zh> = { zh, en }

/** @returns Chinese unless the system speaks another language */
export function languageOf(locale: string): ShellLanguage {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
