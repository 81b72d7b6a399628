/** @returns a frame as one JSON line; bytes as `{"$bytes": base64}` */
export function toJsonLine(frame: unknown): string {
  return JSON.stringify(frame, (_, value: unknown) =>
    (value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value))
}

/** @returns the frame of a line, null when it is no JSON */
export function fromJsonLine(line: string): unknown {
  try {
    return JSON.parse(line, (_, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('$bytes' in value) || typeof value.$bytes !== 'string') return value
      return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
    }) as unknown
  } catch {
    return null
  }
}
