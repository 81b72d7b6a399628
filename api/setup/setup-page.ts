/** HTML text of a value. */
const escape = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What may load on the page: its own style, nothing else; the form goes back to where it came from. */
export const SETUP_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

const STYLE = `
body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;background:#f6f5f2;color:#1f2328;margin:0;display:grid;place-items:center;min-height:100vh}
main{background:#fff;border:1px solid #e3e1db;border-radius:12px;padding:28px 32px;max-width:520px;margin:24px}
h1{font-size:20px;margin:0 0 12px}label{display:block;margin:12px 0 4px;font-weight:600}small{color:#5b616a}
input{font:inherit;width:100%;box-sizing:border-box;padding:8px 10px;border:1px solid #b9b6ae;border-radius:8px}
button{font:inherit;margin-top:20px;padding:9px 18px;border:0;border-radius:8px;background:#1f5f4f;color:#fff;cursor:pointer}
.error{background:#fdecea;border-radius:8px;padding:8px 12px}code{background:#f1efe9;padding:1px 5px;border-radius:4px;word-break:break-all}`

const page = (title: string, content: string): string => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${content}</main></body></html>`

interface Field {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly type?: 'password'
}

const FIELDS: readonly Field[] = [
  { name: 'shop', label: '店铺登录名 Shop sign-in name', hint: 'a–z, 0–9, -' },
  { name: 'name', label: '店铺名称 Shop name', hint: 'customers read it' },
  { name: 'adminAccount', label: '管理员账号 Administrator account', hint: '' },
  { name: 'adminName', label: '管理员姓名 Administrator name', hint: '' },
  { name: 'password', label: '密码 Password', hint: '至少 10 位 at least 10 characters', type: 'password' },
  { name: 'team', label: '第一个团队 First team', hint: 'e.g. 售前' },
]

/** The form of the first start. In: what was typed before, and what is wrong with it. Passwords are never given back. */
export function setupForm(token: string, typed: Record<string, string>, problems: readonly string[]): string {
  const errors = problems.length === 0 ? '' : `<p class="error" role="alert">${problems.map(escape).join('<br>')}</p>`
  const fields = FIELDS.map(({ name, label, hint, type }) => `<label for="${name}">${escape(label)}</label>
<input id="${name}" name="${name}" required${type ? ` type="${type}" autocomplete="new-password"` : ` value="${escape(typed[name] ?? '')}"`}>
<small>${escape(hint)}</small>`).join('\n')
  return page('Shiftdesk 首次设置 · First set-up', `${errors}<form method="post" action="/setup">
<input type="hidden" name="token" value="${escape(token)}">${fields}
<label><input type="checkbox" name="byHand" value="yes" style="width:auto"${typed['byHand'] === undefined || typed['byHand'] === 'yes' ? ' checked' : ''}>
手工会话渠道 A channel kept by hand</label><small>旺旺等不能接入的聊天工具 for a chat program that cannot be connected</small>
<br><button type="submit">创建店铺 Create the shop</button></form>`)
}

/** Shown once after the shop was made: where to go next. */
export function setupDone(lines: readonly string[]): string {
  return page('店铺已创建 · The shop is ready', `<p>${lines.map((line) => escape(line)).join('<br>')}</p>`)
}
