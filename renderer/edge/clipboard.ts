/**
 * Puts text on the clipboard during a key press or click. The shell denies every permission, so the asynchronous clipboard is not
 * to be had; the browser's own copy command needs none. @returns whether it is there
 */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    // A dialog's or field's own handler must not put its selection over it.
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', give, { capture: true, once: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', give, { capture: true })
  }
}
