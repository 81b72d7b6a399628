import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A disk of its own that a test can fill up. */
export type SmallDisk = {
  /** Takes every byte that is left. */
  fill: () => void
  /** Gives them back. */
  free: () => void
  remove: () => void
}

/** Mounts a tmpfs at a folder. Needs root and the right to mount. @throws with what mount said */
export function openSmallDisk(folder: string, sizeMb: number): SmallDisk {
  mkdirSync(folder, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder], { encoding: 'utf8' })
  if (mounted.status !== 0) throw new Error(`a small disk needs root and the right to mount: ${mounted.stderr}`)
  const ballast = path.join(folder, 'ballast')
  return {
    fill() {
      const file = openSync(ballast, 'a')
      for (const size of [1 << 20, 4_096, 1]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
      closeSync(file)
    },
    free() { rmSync(ballast, { force: true }) },
    remove() { spawnSync('umount', ['-l', folder]) },
  }
}
