/** The part of Electron's utility-process ports that the core uses; the types of Electron are not needed for it. */
export interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: WindowPort[] }) => void): void
  postMessage(message: unknown): void
}

export interface WindowPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  postMessage(message: unknown): void
  start(): void
  close(): void
}

/** @returns the port to main, null when this is no utility process */
export function parentPort(): ParentPort | null {
  return (process as unknown as { parentPort?: ParentPort }).parentPort ?? null
}
