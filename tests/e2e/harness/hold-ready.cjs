// Loaded into Electron before the desk's own main: the program gets "ready" only once the test's tool is attached to it (the tool calls
// __playwright_run() then). Twice in some thousand launches on a busy machine the tool was connected to the program and never heard of a window; the
// windows were coming up while it attached, which is the likeliest cause and ends here. The tool's own loader holds "ready" in the same way, but
// also sets some forty switches of Chromium, and what is tested would be another browser than the users'.
const { app } = require('electron')

const electronsWhenReady = app.whenReady()
const electronsEmit = app.emit.bind(app)
let readyArguments = []
let letGo
const held = new Promise(resolve => { letGo = resolve })

app.emit = (name, ...rest) => {
  if (name !== 'ready') return electronsEmit(name, ...rest)
  readyArguments = rest
  return true
}
app.whenReady = () => held

globalThis.__playwright_run = async () => {
  await electronsWhenReady
  letGo()
  electronsEmit('ready', ...readyArguments)
}
