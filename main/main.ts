import path from 'node:path'
import { Menu, app, protocol } from 'electron'
import { keepCrashReportsLocal } from './crash-reports.ts'
import { logLine } from './edge/log.ts'
import { readEnvironment } from './environment.ts'
import { openHouse } from './house.ts'
import { APP_SCHEME } from './urls.ts'

// The first lines of the program: what must be settled before Electron is ready, and that there is one desk per folder.
const environment = readEnvironment(process.env, process.versions.electron)
for (const name of Object.keys(process.env)) if (name.startsWith('SHIFTDESK_TRIAL_')) delete process.env[name]
for (const note of environment.notes) logLine(note)

// Without a listener Electron puts a dialog of its own over the agent's work, and one that comes while quitting keeps the program alive.
process.on('uncaughtException', error => { logLine(`unexpected: ${error.stack ?? error.message}`) })

app.setName('Shiftdesk')
if (environment.userData) app.setPath('userData', environment.userData)
if (process.platform === 'win32') app.setAppUserModelId('example.shiftdesk.desk')
// Electron would make its own menu first.
Menu.setApplicationMenu(null)
keepCrashReportsLocal(path.join(app.getPath('userData'), 'crashes'))
protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
// Every page of this program, whatever opens it, runs in Chromium's sandbox. The start script takes it from root alone
// (Chromium would not run), and no other file of this program knows that switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(() => openHouse(environment)).catch((error: unknown) => {
    logLine(`could not start: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`)
    app.exit(1)
  })
} else {
  app.quit()
}
