import { describe, expect, it, vi } from 'vitest'
import { plainName } from './save-file.ts'

vi.mock('electron', () => ({ app: {}, dialog: {} }))

describe('the name of a file to save', () => {
  it.each([
    ['话术-2026-11-22.csv', '话术-2026-11-22.csv'], ['../../etc/passwd', 'passwd'], ['C:\\Windows\\a.csv', 'a.csv'], ['a:b*?.csv', 'a_b__.csv'],
    ['..', 'file'], ['.bashrc', 'bashrc'], ['\u0000\n', '__'],
  ])('%j becomes %j', (name, plain) => { expect(plainName(name)).toBe(plain) })
})
