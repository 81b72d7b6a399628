import { Menu, app } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { SHELL_TEXTS } from '../texts.ts'
import type { ShellLanguage } from '../texts.ts'

/**
 * The application menu. Only editing has keys here (macOS has no copy and paste without); all others belong to the window,
 * where the agent can change them. Nothing here reloads or closes by a key. `leave`: the agent wants to end the program.
 */
export function setApplicationMenu(language: ShellLanguage, newWindow: () => void, leave: () => void): void {
  const texts = SHELL_TEXTS[language]
  const quiet = (role: MenuItemConstructorOptions['role']): MenuItemConstructorOptions => ({ role, registerAccelerator: false, accelerator: '' })
  const editing: MenuItemConstructorOptions[] = [
    { role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' },
    { role: 'pasteAndMatchStyle' }, { role: 'selectAll' },
  ]
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...mac,
    { label: texts.edit, submenu: editing },
    { label: texts.view, submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, quiet('togglefullscreen')] },
    {
      label: texts.window,
      submenu: [
        { label: texts.newWindow, click: newWindow },
        quiet('minimize'),
        { ...quiet('close'), label: texts.closeWindow },
        ...(app.isPackaged ? [] : [quiet('toggleDevTools')]),
        { label: texts.quit, click: leave },
      ],
    },
  ]))
}
