import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { WebCustomer } from '../../desk/web-customer.ts'
import { phraseFile } from '../../fixtures/phrase-file.ts'
import type { Desk } from '../harness/desk.ts'
import { openHouse } from '../harness/house.ts'
import { screens } from '../harness/screens.ts'
import { enterStudio, toPage } from '../harness/studio-parts.ts'

// A supervisor's files: 2,000 quick phrases of 千牛 in GBK, of which 7 bad rows keep all out and are named; out as a table and in again;
// columns of one's own; an import that is cancelled. Then what the shop's scripts are worth.
let desk: Desk
let page: Page
const house = openHouse('studio-files', async () => {
  desk = await house.enter('zhuguan')
  page = desk.page
  await enterStudio(page)
  await toPage(page, 'import')
})
const files = path.join(house.folder, 'files')
mkdirSync(files, { recursive: true })
/** Saves the team's scripts where the supervisor says. @param as the button's name @returns where they are */
async function exported(as: string, name: string): Promise<string> {
  const target = path.join(files, name)
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  await page.getByRole('button', { name: as }).click()
  await page.getByText(`已保存 ${name}`).waitFor({ timeout: 20_000 })
  return target
}
/** Drops a file where files are dropped. @param held told while it is held over the place */
async function drop(name: string, bytes: Uint8Array, held: () => Promise<void> = async () => undefined): Promise<void> {
  const place = page.getByText('把文件拖到这里').locator('..')
  const dataTransfer = await page.evaluateHandle(([file, base64]) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], file))
    return transfer
  }, [name, Buffer.from(bytes).toString('base64')] as const)
  await place.dispatchEvent('dragover', { dataTransfer })
  await held()
  await place.dispatchEvent('drop', { dataTransfer })
  await page.getByRole('heading', { name }).waitFor({ timeout: 20_000 })
}
/** How many scripts the list says there are. */
async function scripts(): Promise<number> {
  await toPage(page, 'scripts')
  return Number(/共 (\d+) 条/.exec(await page.getByText(/条，共 \d+ 条/).innerText())?.[1])
}
const count = (word: string) => page.locator('dl div').filter({ hasText: word }).locator('dd').innerText()

test('2,000 phrases in GBK: 7 bad rows are named, then all go out as one release', async () => {
  house.tellOnFailure()
  const bad = phraseFile(2_000, { bad: 7 })
  writeFileSync(path.join(files, '快捷短语.csv'), bad.bytes)
  writeFileSync(path.join(files, '快捷短语-改.csv'), phraseFile(2_000).bytes)

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
  const target = await exported('CSV（GBK）', 'export.csv')
  expect(new TextDecoder('gb18030').decode(readFileSync(target)).split('\r\n').length).toBeGreaterThan(2_000)
})

test('many at once: two thousand are cancelled on their way and nothing stays; hundreds, done, are undone from another page by one key', async () => {
  house.tellOnFailure()
  await toPage(page, 'scripts')
  await page.getByRole('checkbox', { name: /^勾选/ }).first().click()
  await page.keyboard.press('Control+a')
  const panel = page.getByRole('region', { name: '编辑话术' })
  await panel.getByRole('heading', { name: /^一起修改 2\d{3} 条/ }).waitFor()
  await panel.getByLabel('标签', { exact: true }).last().fill('大促')
  const bar = page.getByRole('region', { name: '批量修改' })
  await panel.getByRole('button', { name: '加上' }).click()
  await bar.getByRole('button', { name: '取消' }).click()
  await bar.getByText('已全部恢复，和修改前一样').waitFor({ timeout: 20_000 })
  await page.getByRole('searchbox').fill('af')
  await expect.poll(() => page.getByText(/^\d{3} 条，共 \d+ 条/).count()).toBe(1)
  await page.getByRole('checkbox', { name: /^勾选/ }).first().focus()
  await page.keyboard.press('Control+a')
  await panel.getByRole('heading', { name: /^一起修改 \d{3} 条/ }).waitFor()
  await panel.getByRole('button', { name: '加上' }).click()
  await bar.getByText(/^\d{3} 条已改成草稿/).waitFor({ timeout: 20_000 })
  await screens(page, 'studio-bulk', 'zh')
  await toPage(page, 'reviews')
  await page.keyboard.press('Alt+z')
  await bar.getByText('已全部恢复，和修改前一样').waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: /^全部\s*\d/ }).click()
  await page.getByRole('checkbox', { name: /^勾选/ }).first().check()
  await page.getByRole('button', { name: '一个季度后再看（1）' }).click()
  await page.getByText(/^草稿：/).waitFor()
  await screens(page, 'studio-reviews-quarter', 'zh')
  await page.keyboard.press('Alt+z')
  await bar.getByText('已全部恢复，和修改前一样').waitFor()
  await bar.getByRole('button', { name: '关闭' }).click()
  await toPage(page, 'import')
})

test('out as XLSX and dropped in again, nothing is different; columns of one\'s own are told by hand', async () => {
  house.tellOnFailure()
  const table = readFileSync(await exported('Excel 表格（XLSX）', '话术.xlsx'))
  await drop('话术.xlsx', table, () => screens(page, 'import-dragged', 'zh'))
  await page.getByText('本程序导出的表格').waitFor()
  expect([await count('条新增'), await count('条有改动'), await count('处有问题')]).toEqual(['0', '0', '0'])
  expect(Number(await count('条没有变化'))).toBeGreaterThan(2_100)
  await page.getByText('和现有话术完全一样，不用导入。').waitFor()
  expect(await page.getByRole('button', { name: /^发布 / }).isDisabled()).toBe(true)
  await screens(page, 'import-round-trip', 'zh')

  await page.getByRole('button', { name: '换一个文件' }).click()
  await drop('洗护.csv', Buffer.from('短码,话,哪组\r\nzz01,"亲，围巾可以手洗，水温不要超过三十度。",商品\r\nzz02,羊毛衫建议平铺晾干。,商品\r\n'))
  await page.getByText('没有找到内容列').waitFor()
  await page.getByText('先在上面指定哪一列是内容。').waitFor()
  await screens(page, 'import-unknown-columns', 'zh')
  for (const [column, field] of [['短码', 'code'], ['话', 'body'], ['哪组', 'group']] as const) {
    const select = page.getByLabel(`“${column}”列是`)
    await expect.poll(() => select.isEnabled(), { timeout: 10_000 }).toBe(true)
    await select.selectOption(field)
  }
  await expect.poll(() => count('条新增'), { timeout: 10_000 }).toBe('2')
  await screens(page, 'import-columns-told', 'zh')
  await page.getByRole('button', { name: '发布 2 条' }).click()
  await page.getByRole('heading', { name: '2 条话术已发布' }).waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: '看谁收到了' }).click()
  await page.locator('[data-desk=has]').first().waitFor({ timeout: 10_000 })
})

test('an import that is cancelled on its way leaves nothing', async () => {
  house.tellOnFailure()
  const before = await scripts()
  await toPage(page, 'import')
  await page.getByRole('button', { name: '再导入一个' }).click()
  await drop('一万条.csv', phraseFile(10_000).bytes)
  const fresh = await count('条新增')
  expect(Number(fresh)).toBeGreaterThan(7_000)
  await page.getByRole('button', { name: /^发布 \d/ }).click()
  await page.getByRole('progressbar').waitFor()
  await expect.poll(async () => Number(await page.getByRole('progressbar').getAttribute('aria-valuenow')), { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByText('把文件拖到这里').waitFor({ timeout: 20_000 })
  // Taken back at the server; the desk hears of it.
  await expect.poll(scripts, { timeout: 15_000 }).toBe(before)
  await toPage(page, 'releases')
  await page.getByRole('region', { name: '发布记录' }).getByText('导入 洗护').waitFor()
  expect(await page.getByRole('region', { name: '发布记录' }).getByText('一万条').count()).toBe(0)
})

test('hygiene, use, reviews, and what came of questions answered by themselves', async () => {
  house.tellOnFailure()
  const asking = await WebCustomer.start(house.api.url, '问发货的')
  await asking.write('什么时候发货')
  await asking.write('转人工')
  await toPage(page, 'hygiene')
  await page.getByRole('button', { name: /^内容相近/ }).waitFor({ timeout: 30_000 })
  await screens(page, 'studio-hygiene', 'zh')
  await page.getByRole('button', { name: '使用情况' }).click()
  await page.getByRole('table', { name: '使用情况' }).waitFor({ timeout: 20_000 })
  await screens(page, 'studio-usage', 'zh')
  await toPage(page, 'reviews')
  await page.getByRole('table', { name: '复查' }).waitFor()
  await screens(page, 'studio-reviews', 'zh')
  await toPage(page, 'knowledge')
  await page.getByRole('searchbox').fill('什么时候发货')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const rates = page.getByText('最近 30 天自动回答 1 次：有帮助 0 次（0%），转人工 1 次（100%）')
  await rates.waitFor({ timeout: 10_000 })
  await rates.scrollIntoViewIfNeeded()
  await screens(page, 'knowledge-rates', 'zh')
})
