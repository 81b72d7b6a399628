// npm run package [-- --dir | --win | --mac | --linux]: the installable desk. Without a target the unpacked application of
// this platform in release/. Where Electron itself is not to be had, it is made from the fallback: for tests, never to ship.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Platform, build } from 'electron-builder'
import type { CliOptions, Configuration } from 'electron-builder'
import { bundle } from './bundle.ts'
import { FALLBACK_VERSION } from './electron-runtime/make.ts'
import { ensureElectron } from './ensure-electron.ts'
import type { ElectronRuntime } from './ensure-electron.ts'
import { root } from './root.ts'

const staged = path.join(root, '.cache/package')

/** The installers can only be made with the Electron that is shipped. */
export class NoInstallerError extends Error {
  override name = 'NoInstallerError'
}

/** Packages the desk. @returns the folder of the results */
export async function packageDesk(args: string[]): Promise<string> {
  await bundle(['main', 'preload', 'core', 'renderer'])
  const electron = await ensureElectron()
  stageApplication()
  const wanted = args.filter(arg => arg !== '--dir')
  if (wanted.length > 0 && isFallback(electron)) {
    throw new NoInstallerError(`Installers are made with the Electron of package.json; here there is only the fallback ` +
      `${FALLBACK_VERSION}, which is never shipped. Run this where Electron can be downloaded.`)
  }
  const unpacked = Platform.current().createTarget('dir')
  await build({ ...(wanted.length > 0 ? platformsOf(wanted) : { targets: unpacked }), config: configuration(electron), publish: 'never' })
  return path.join(root, 'release')
}

function isFallback(electron: ElectronRuntime): boolean {
  return electron.version === FALLBACK_VERSION
}

function platformsOf(args: string[]): CliOptions {
  const known: Record<string, CliOptions> = { '--win': { win: [] }, '--mac': { mac: [] }, '--linux': { linux: [] } }
  return Object.assign({}, ...args.map(arg => {
    if (!known[arg]) throw new NoInstallerError(`unknown argument ${arg}; known: --dir --win --mac --linux`)
    return known[arg]
  })) as CliOptions
}

/**
 * The application's folder as it is packaged, and nothing else: the bundles and better-sqlite3's own code, under a
 * package.json that names no dependencies, so that the packager has nothing to collect by itself.
 */
function stageApplication(): void {
  rmSync(staged, { recursive: true, force: true })
  for (const name of ['main', 'preload', 'core', 'renderer']) {
    cpSync(path.join(root, 'dist', name), path.join(staged, 'dist', name), { recursive: true, filter: file => !file.endsWith('.map') })
  }
  for (const part of ['package.json', 'LICENSE', 'lib', 'prebuilds']) {
    cpSync(path.join(root, 'node_modules/better-sqlite3', part), path.join(staged, 'dist/core/node_modules/better-sqlite3', part), { recursive: true })
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  const kept = ['name', 'productName', 'version', 'description', 'license', 'author', 'homepage', 'main'].map(key => [key, manifest[key]])
  mkdirSync(staged, { recursive: true })
  writeFileSync(path.join(staged, 'package.json'), JSON.stringify(Object.fromEntries(kept), null, 2))
}

/** electron-builder.yml, and what depends on the Electron at hand. */
function configuration(electron: ElectronRuntime): Configuration {
  const common: Configuration = {
    extends: path.join(root, 'electron-builder.yml'),
    electronVersion: electron.version,
    directories: { app: staged },
    // Nothing is installed, rebuilt or collected by the packager.
    beforeBuild: async () => false,
    // Electron checks the archive's hash on Windows and macOS only; the fallback's fuse wire ends before the last fuse.
    electronFuses: {
      enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
      ...(isFallback(electron) ? {} : { grantFileProtocolExtraPrivileges: false }),
    },
    afterPack: ({ appOutDir }) => { rmSync(path.join(appOutDir, 'resources/default_app.asar'), { force: true }) },
  }
  if (electron.kind === 'installed' || electron.kind === 'downloaded') return common
  return { ...common, electronDist: electron.dist }
}

if (process.argv[1] === import.meta.filename) {
  try {
    console.log(`Packaged in ${await packageDesk(process.argv.slice(2))}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
