import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { phraseFile } from '../fixtures/phrase-file.ts'
import { openHouse } from './harness/house.ts'
import { screens } from './harness/screens.ts'

// e2e: a supervisor imports 2,000 quick phrases of 千牛 in GBK; 7 bad rows keep all out and are named; mended, they are out; then an export.
const house = openHouse('studio-files')

test('2,000 phrases in GBK: 7 bad rows are named, then all go out as one release', async () => {
  house.tellOnFailure()
  const { page, app } = await house.enter('zhuguan')
  const files = path.join(house.folder, 'files')
  mkdirSync(files, { recursive: true })
  const bad = phraseFile(2_000, { bad: 7 })
  writeFileSync(path.join(files, '快捷短语.csv'), bad.bytes)
  writeFileSync(path.join(files, '快捷短语-改.csv'), phraseFile(2_000).bytes)

  await page.getByRole('button', { name: '主管台' }).click()
  await page.getByRole('button', { name: '导入导出' }).click()
  await page.getByText('把文件拖到这里').waitFor()
  await screens(page, 'studio-import', 'zh')

  await page.locator('input[type=file]').setInputFiles(path.join(files, '快捷短语.csv'))
  await page.getByRole('heading', { name: '7 处有问题' }).waitFor({ timeout: 20_000 })
  const named = await page.getByRole('region', { name: '7 处有问题' }).getByRole('listitem').allInnerTexts()
  expect(named.map(text => Number(/第 (\d+) 行/.exec(text)?.[1]))).toEqual(bad.faults.map(({ line }) => line))
  expect(await page.getByRole('button', { name: /^发布 / }).isDisabled()).toBe(true)
  await screens(page, 'studio-import-faults', 'zh')

  await page.getByRole('button', { name: '换一个文件' }).click()
  await page.locator('input[type=file]').setInputFiles(path.join(files, '快捷短语-改.csv'))
  await page.getByRole('button', { name: '发布 2000 条' }).waitFor({ timeout: 20_000 })
  await screens(page, 'studio-import-ready', 'zh')
  await page.getByLabel('发布名称').fill('千牛短语')
  await page.getByRole('button', { name: '发布 2000 条' }).click()
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('heading', { name: '2000 条话术已发布' }).waitFor({ timeout: 60_000 })
  await screens(page, 'studio-import-done', 'zh')

  await page.getByRole('button', { name: '再导入一个' }).click()
  const target = path.join(files, 'export.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  await page.getByRole('button', { name: 'CSV（GBK）' }).click()
  await page.getByText('已保存 export.csv').waitFor({ timeout: 20_000 })
  expect(new TextDecoder('gb18030').decode(readFileSync(target)).split('\r\n').length).toBeGreaterThan(2_000)

  await page.getByRole('button', { name: '体检与使用' }).click()
  await page.getByRole('button', { name: /^内容相近/ }).waitFor({ timeout: 30_000 })
  await screens(page, 'studio-hygiene', 'zh')
  await page.getByRole('button', { name: '使用情况' }).click()
  await page.getByRole('table', { name: '使用情况' }).waitFor({ timeout: 20_000 })
  await screens(page, 'studio-usage', 'zh')
  await page.getByRole('button', { name: '复查', exact: true }).click()
  await page.getByRole('table', { name: '复查' }).waitFor()
  await screens(page, 'studio-reviews', 'zh')
})
