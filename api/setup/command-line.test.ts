import { expect, it } from 'vitest'
import { readCommandLine, UsageError } from './command-line.ts'

it('starts on loopback at 8787 unless told otherwise', () => {
  expect(readCommandLine([], undefined)).toMatchObject({ command: 'serve', port: 8787, values: { host: '127.0.0.1', demo: false } })
  expect(readCommandLine([], '9000').port).toBe(9000)
  expect(readCommandLine(['--port', '0'], '9000').port).toBe(0)
  expect(readCommandLine(['setup', '--team', 'a', '--team', 'b'], undefined).values.team).toEqual(['a', 'b'])
  expect(readCommandLine(['setup', '--companion', 'a'], undefined).values.companion).toEqual(['a'])
})

it('the trial listens on loopback only', () => {
  expect(() => readCommandLine(['--demo', '--host', '0.0.0.0'], undefined)).toThrow(UsageError)
  expect(() => readCommandLine(['--demo', '--host', '192.168.1.4'], undefined)).toThrow(UsageError)
  expect(readCommandLine(['--demo', '--host', 'localhost'], undefined).values.demo).toBe(true)
})

it('says what it does not know', () => {
  for (const args of [['fly'], ['setup', 'twice'], ['--wings'], ['--port', 'x'], ['--port', '70000']]) {
    expect(() => readCommandLine(args, undefined), args.join(' ')).toThrow(UsageError)
  }
})
