// <script src="https://…/widget.js" data-shop="yunduo-web" async></script> on the shop's own page. Everything stands in a
// closed shadow tree, and styles are set by property: a policy of the page without inline styles is no obstacle.
const script = document.currentScript instanceof HTMLScriptElement
  ? document.currentScript
  : document.querySelector<HTMLScriptElement>('script[data-shop][src*="widget.js"]')

const TEXT = /^zh/i.test(navigator.language)
  ? { open: '联系客服', close: '收起客服窗口' }
  : { open: 'Talk to us', close: 'Close the chat' }
const PATHS = {
  open: 'M4 5.5A2.500 2.500 0 0 1 6.500 3h11A2.500 2.500 0 0 1 20 5.500v8a2.500 2.500 0 0 1-2.500 2.500H12l-5 4v-4h-.5A2.500 2.500 0 0 1 4 13.500z',
  close: 'M6 6l12 12M18 6L6 18',
}

function style(element: HTMLElement | SVGElement, properties: Partial<CSSStyleDeclaration>): void {
  Object.assign(element.style, properties)
}

function icon(): { svg: SVGElement, show: (name: keyof typeof PATHS) => void } {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  const path = document.createElementNS(namespace, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('width', '26')
  svg.setAttribute('height', '26')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(path)
  return {
    svg,
    show: name => {
      path.setAttribute('d', PATHS[name])
      path.setAttribute('fill', name === 'open' ? 'currentColor' : 'none')
      path.setAttribute('stroke', 'currentColor')
      path.setAttribute('stroke-width', name === 'open' ? '0' : '2.2')
      path.setAttribute('stroke-linecap', 'round')
    },
  }
}

function mount(shop: string, origin: string, identity: string | undefined): void {
  const host = document.createElement('div')
  style(host, { position: 'fixed', right: '0', bottom: '0', zIndex: '2147483000' })
  const root = host.attachShadow({ mode: 'closed' })

  const button = document.createElement('button')
  style(button, {
    position: 'fixed', right: '20px', bottom: 'calc(20px + env(safe-area-inset-bottom))', width: '56px', height: '56px', border: '0',
    borderRadius: '50%', background: '#0f766e', color: '#ffffff', cursor: 'pointer', display: 'grid', placeItems: 'center',
    boxShadow: '0 6px 20px rgb(0 0 0 / 0.22)',
  })
  const { svg, show } = icon()
  const dot = document.createElement('span')
  style(dot, {
    position: 'absolute', top: '2px', right: '2px', width: '13px', height: '13px', borderRadius: '50%', background: '#dc2626',
    border: '2px solid #ffffff', boxSizing: 'border-box', display: 'none',
  })
  button.append(svg, dot)
  root.append(button)

  let frame: HTMLIFrameElement | null = null
  let open = false
  const lay = () => {
    if (!frame) return
    const phone = window.innerWidth < 520
    // On a phone the chat takes the foot of the screen, and the button that closes it stands above.
    style(button, phone && open
      ? { top: '14px', bottom: 'auto' }
      : { top: 'auto', bottom: 'calc(20px + env(safe-area-inset-bottom))' })
    style(frame, {
      display: open ? 'block' : 'none', position: 'fixed', border: '0', background: '#ffffff', colorScheme: 'normal',
      right: phone ? '0' : '20px', bottom: phone ? '0' : '88px', width: phone ? '100vw' : '380px',
      height: phone ? 'calc(100dvh - 84px)' : 'min(620px, calc(100dvh - 108px))', borderRadius: phone ? '16px 16px 0 0' : '16px',
      boxShadow: '0 12px 40px rgb(0 0 0 / 0.25)',
    })
  }
  const toggle = (next: boolean) => {
    open = next
    if (open && !frame) {
      frame = document.createElement('iframe')
      frame.src = `${origin}/chat/${encodeURIComponent(shop)}${identity ? `#identity=${encodeURIComponent(identity)}` : ''}`
      frame.title = TEXT.open
      root.append(frame)
    }
    if (open) dot.style.display = 'none'
    show(open ? 'close' : 'open')
    button.setAttribute('aria-label', open ? TEXT.close : TEXT.open)
    button.setAttribute('aria-expanded', String(open))
    lay()
  }
  button.addEventListener('click', () => toggle(!open))
  window.addEventListener('resize', lay)
  window.addEventListener('message', event => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return
    const told = (event.data as { shiftdesk?: unknown } | null)?.shiftdesk
    if (told === 'unread') dot.style.display = open ? 'none' : 'block'
  })
  toggle(false)
  document.body.append(host)
}

const shop = script?.dataset['shop']
if (script && shop) {
  const origin = new URL(script.src).origin
  const { identity } = script.dataset
  if (document.body) mount(shop, origin, identity)
  else document.addEventListener('DOMContentLoaded', () => mount(shop, origin, identity))
}
