/** Bytes as they travel. The browser's own reader: 16 MB in a moment. @throws when the file went away meanwhile */
export async function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => { resolve(typeof reader.result === 'string' ? reader.result.slice(reader.result.indexOf(',') + 1) : '') }
    reader.onerror = () => { reject(reader.error ?? new Error('the file cannot be read')) }
    reader.readAsDataURL(file)
  })
}

/** The other way. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}
