// node build/run.mjs FILE.ts [args]: checks the Node version, then runs the file as if it had been started itself.
import './guard.mjs'
import path from 'path'
import { existsSync } from 'fs'
import { fileURLToPath, pathToFileURL } from 'url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const file = process.argv[2]
if (!file) {
  console.error('usage: node build/run.mjs FILE.ts [arguments]')
  process.exit(2)
}
const target = path.resolve(root, file)
if (!existsSync(target)) {
  console.error(file + ' does not exist in this checkout.')
  process.exit(2)
}
process.argv.splice(1, 2, target)
import(pathToFileURL(target).href).catch(error => {
  console.error(error)
  process.exit(1)
})
