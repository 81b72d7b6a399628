export type Stall = {
  /** Longest time between two turns of the loop, as the clock on the wall says it. */
  wallMs: number
  /** Longest time this thread itself worked between two turns: a busy machine adds nothing here. */
  workMs: number
}

/** Watches this process' loop by a timer of 1 ms. @returns ends it */
export function watchLoop(): () => Stall {
  const stall = { wallMs: 0, workMs: 0 }
  let over = false
  let beforeMs = performance.now()
  let workBefore = workMs()
  const look = (): void => {
    const nowMs = performance.now()
    const work = workMs()
    stall.wallMs = Math.max(stall.wallMs, nowMs - beforeMs)
    stall.workMs = Math.max(stall.workMs, work - workBefore)
    beforeMs = nowMs
    workBefore = work
    if (!over) setTimeout(look, 1)
  }
  setTimeout(look, 1)
  return () => {
    over = true
    return stall
  }
}

function workMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
