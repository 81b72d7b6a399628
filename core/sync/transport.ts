export type TransportRequest = {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  body?: string | Uint8Array
  /** Until the answer is complete; for a stream, until it begins. */
  timeoutMs: number
  stream?: boolean
  signal?: AbortSignal
}

export type TransportResponse = {
  status: number
  header(name: string): string | null
  text(): Promise<string>
  bytes(): Promise<Uint8Array>
  chunks(): AsyncIterable<Uint8Array>
  /** Gives up the connection. */
  cancel(): void
}

/** How requests leave: injected, so that tests cut the network and Electron may bring its own. Throws NetworkError, LoopbackOnlyError. */
export interface Transport {
  request(request: TransportRequest): Promise<TransportResponse>
}
