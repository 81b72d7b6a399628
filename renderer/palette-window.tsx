import { createRoot } from 'react-dom/client'
import { openDesk, openShell } from './bridge/port.ts'
import { later, systemClock } from './edge/clock.ts'
import { systemIds } from './edge/ids.ts'
import { Everywhere } from './everywhere/everywhere.tsx'
import { startLanguage } from './i18n/i18n.ts'
import { createActions } from './state/actions.ts'
import { DeskContext } from './state/desk-context.ts'
import type { Desk } from './state/desk-context.ts'
import { createDraftSaver } from './state/draft-saver.ts'
import { startLive } from './state/live-store.ts'
import './ui/base.css'

/** The second page of the desk: the palette over any program. It has a port of its own and shows nothing of any conversation. */
async function start(): Promise<void> {
  const shell = openShell(window)
  const client = openDesk(shell, systemClock)
  const info = await shell.info()
  await startLanguage(info.locale.toLowerCase().startsWith('zh') ? 'zh' : 'en')
  const drafts = createDraftSaver(client, later, () => undefined)
  const desk: Desk = { client, shell, info, clock: systemClock, ids: systemIds, drafts, actions: createActions(client, drafts), mac: info.platform === 'darwin' }
  startLive(client, ['settings', 'briefing'])
  const place = document.getElementById('root')
  if (place) createRoot(place).render(<DeskContext value={desk}><Everywhere /></DeskContext>)
}

void start()
