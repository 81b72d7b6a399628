// Loaded into Electron before the desk's own main: the program gets "ready" only once the test's tool is attached to it.
// Without it the desk's windows come up while the tool attaches, and now and then (seen twice in some thousand launches, on a
// busy machine) a window that attaches in the middle of its first navigation never answers, and the launch hangs.
// The tool calls __playwright_run() when it is attached.
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
