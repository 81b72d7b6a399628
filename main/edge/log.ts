/** One line to stderr. Never anything a customer or an agent wrote. */
export function logLine(text: string): void {
  process.stderr.write(`${new Date().toISOString()} shell ${text.replace(/[\r\n]+/g, ' ')}\n`)
}
