/** A written message until the server has accepted it. */
export interface KeptMessage {
  id: string
  body: string
  quoteId: string | null
  atMs: number
}

/** What the page keeps in this browser: who the visitor is, and what is not yet accepted. One entry each, so that two tabs never overwrite one another. */
export class Kept {
  readonly #prefix: string
  readonly #storage: Storage | null

  constructor(shopKey: string, storage: Storage | null) {
    this.#prefix = `shiftdesk-chat:${shopKey}:`
    this.#storage = storage
  }

  get token(): string | null {
    return this.#storage?.getItem(`${this.#prefix}token`) ?? null
  }

  keepToken(token: string | null): void {
    if (token === null) this.#storage?.removeItem(`${this.#prefix}token`)
    else this.#write('token', token)
  }

  get draft(): string {
    return this.#storage?.getItem(`${this.#prefix}draft`) ?? ''
  }

  keepDraft(text: string): void {
    this.#write('draft', text)
  }

  put(message: KeptMessage): void {
    this.#write(`pending:${message.id}`, JSON.stringify(message))
  }

  drop(id: string): void {
    this.#storage?.removeItem(`${this.#prefix}pending:${id}`)
  }

  /** Oldest first. */
  pending(): KeptMessage[] {
    const found: KeptMessage[] = []
    for (let i = 0; i < (this.#storage?.length ?? 0); i++) {
      const key = this.#storage?.key(i) ?? ''
      if (!key.startsWith(`${this.#prefix}pending:`)) continue
      try {
        found.push(JSON.parse(this.#storage?.getItem(key) ?? '') as KeptMessage)
      } catch {
        this.#storage?.removeItem(key)
      }
    }
    return found.sort((a, b) => a.atMs - b.atMs)
  }

  /** A full or forbidden storage costs the memory of a reload, never the message in hand. */
  #write(name: string, value: string): void {
    try {
      this.#storage?.setItem(this.#prefix + name, value)
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
    }
  }
}

/** The browser's storage, or null where it is forbidden (a frame of a strict browser). */
export function openStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
