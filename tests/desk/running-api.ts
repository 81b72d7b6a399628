import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type RunningApi = { url: string; shop: string; child: ChildProcess; dir: string; stop: () => Promise<void> }

/** A real API on a free port with its own PostgreSQL and demo data. */
export async function startApi(): Promise<RunningApi> {
  const dir = mkdtempSync(join(tmpdir(), 'shiftdesk-desk-api-'))
  const child = spawn(process.execPath, ['api/main.ts', '--demo', '--port', '0', '--data', join(dir, 'data')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4_000)
  })
  const ready = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('SHIFTDESK_READY ')) resolve(line.slice('SHIFTDESK_READY '.length))
    })
    child.on('exit', code => reject(new Error(`the API ended with ${code}: ${errors}`)))
  })
  const { url, shop } = JSON.parse(ready) as { url: string; shop: string }
  const stop = async (): Promise<void> => {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(dir, { recursive: true, force: true })
  }
  return { url, shop, child, dir, stop }
}
