// The yardstick: the least that shows a window with a list, and, if asked for, one empty utility process beside it.
const path = require('path')
const { app, BrowserWindow, utilityProcess } = require('electron')

app.setPath('userData', process.env.BARE_USER_DATA)
app.whenReady().then(() => {
  if (process.env.BARE_UTILITY) utilityProcess.fork(path.join(__dirname, 'empty.cjs'))
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  window.once('ready-to-show', () => { window.show() })
  window.loadFile(path.join(__dirname, 'index.html'))
})
app.on('window-all-closed', () => { app.quit() })
process.on('SIGTERM', () => { app.quit() })
