import { bundle } from '../../build/bundle.ts'
import { openDisplay } from '../../build/display.ts'
import { ensureElectron } from '../../build/ensure-electron.ts'
import { ensureSystem } from '../../build/ensure-system.ts'
import { makeDemoShop } from './harness/api.ts'
import { testFolder } from './harness/folders.ts'

/** Before all e2e tests: system parts, Electron, bundles, a demo shop to copy, and one virtual display that every test inherits. */
export async function setup(): Promise<() => void> {
  await ensureSystem({ display: 'own', chromium: true, otherPrograms: true })
  await ensureElectron()
  await bundle()
  const display = await openDisplay('own')
  Object.assign(process.env, display.env)
  const made = testFolder('e2e-demo')
  await makeDemoShop(made.path)
  return () => {
    made.remove()
    display.stop()
  }
}
