import iconv from 'iconv-lite'
import { deflateRawSync } from 'node:zlib'
import writeSheet from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { ScriptContent } from '../../../domain/entities/script.ts'
import { EVERYBODY } from '../../../domain/entities/script.ts'
import { exportTable } from './export.ts'
import { readFile } from './read-file.ts'
import type { ReadInput } from './read-file.ts'
import { textRules } from './text-check.ts'

const zone = 'Asia/Shanghai'
const read = (bytes: Uint8Array, more: Partial<ReadInput> = {}) => (
  readFile({ bytes, mapping: null, existing: [], timeZone: zone, check: textRules([]).check, ...more }))
const text = (csv: string, encoding = 'utf8') => iconv.encode(csv, encoding)
const faultsOf = async (bytes: Uint8Array) => (await read(bytes)).summary.faults.map(({ line, code }) => `${line ?? '-'} ${code}`)

const QIANNIU = '快捷编码,快捷短语,快捷短语分组\r\nhy1,"亲，您好\r\n欢迎光临",欢迎语\r\n\r\n,稍等&#44;马上来,未分组\r\n'

describe('files of other programs', () => {
  it('knows the phrases of 千牛 by their headers, in GBK, with their commas and line ends', async () => {
    const { summary } = await read(text(QIANNIU, 'gbk'))
    expect(summary).toMatchObject({ recognised: 'qianniu', encoding: 'gbk', total: 2, fresh: 2, faultCount: 0 })
    expect(summary.preview.map(({ line, content }) => ({ line, code: content.code, body: content.body, stage: content.stage, scene: content.scene })))
      .toEqual([
        { line: 2, code: 'hy1', body: '亲，您好\n欢迎光临', stage: 'opening', scene: null },
        { line: 5, code: 'sdms', body: '稍等,马上来', stage: 'recommendation', scene: null },
      ])
  })

  it.each([
    ['快捷短语编码,快捷短语,快捷短语分组', 'qianniu'], ['快捷编码,短语内容,分组', 'qianniu'],
    ['登记日期,分组,快捷编码,快捷短语,是否加入团队', 'qianniu'], ['code,text', 'unknown'],
  ])('%s is %s', async (header, recognised) => {
    const { summary } = await read(text(`${header}\n${header.replace(/[^,]+/g, 'abc')}\n`))
    expect(summary).toMatchObject({ recognised, faultCount: 0, total: 1 })
  })

  it('reads the same table in every encoding and with every mark between the cells', async () => {
    const csv = 'code,标题,内容,阶段\r\nk1,"标题 ""一""","第一行\n第二行；还有",售后\r\n'
    const inAll = await Promise.all([
      read(text(csv)), read(text(`\uFEFF${csv}`)), read(text(csv, 'gb18030')), read(text(csv, 'utf-16')), read(text(csv, 'utf-16le')),
      read(text(csv.replace('code,标题,内容,阶段', 'code\t标题\t内容\t阶段').replace('k1,', 'k1\t').replace('",', '"\t').replace('",', '"\t'))),
      read(text('code;标题;内容;阶段\r\nk1;"标题 ""一""";"第一行\n第二行；还有";售后\r\n')),
    ])
    for (const { summary } of inAll) {
      expect(summary.faults).toEqual([])
      expect(summary.preview[0]?.content).toMatchObject({ code: 'k1', title: '标题 "一"', body: '第一行\n第二行；还有', stage: 'after_sale' })
    }
    expect(inAll.map(({ summary }) => summary.encoding)).toEqual(['utf-8', 'utf-8', 'gbk', 'utf-16', 'utf-16', 'utf-8', 'utf-8'])
  })

  it('names each broken row with its line and reason, and takes the good ones as they are', async () => {
    const rows = ['快捷编码,标题,内容,阶段,语言,开始时间,结束时间', 'a1,好,您好,开场,zh,,', ',没有编码,文,开场,zh,,', 'a3,没有内容,,开场,zh,,', 'a4,阶段,文,不知道,zh,,',
      'a5,语言,文,开场,法语,,', 'a6,日期,文,开场,zh,2026-13-01,', 'a7,日期,文,开场,zh,2026-11-12,2026-11-11', 'a1,重复,文,开场,zh,,',
      `${'长'.repeat(31)},编码,文,开场,zh,,`, 'a9,变量,您好{{customer.nam}},开场,zh,,', 'a10,好,文,,,,']
    const { summary, work } = await read(text(rows.join('\n')))
    expect(summary.faults.map(({ line, column, code, value }) => [line, column, code, value])).toEqual([
      [3, '快捷编码', 'missing', ''], [4, '内容', 'missing', ''], [5, '阶段', 'unknown_stage', '不知道'], [6, '语言', 'unknown_language', '法语'],
      [7, '开始时间', 'bad_date', '2026-13-01'], [8, '结束时间', 'dates_reversed', '2026-11-12 – 2026-11-11'], [9, '快捷编码', 'duplicate_code', 'a1 (2)'],
      [10, '快捷编码', 'too_long', '31 > 30'], [11, '内容', 'bad_variable', 'customer.nam'],
    ])
    expect(work.map(({ line }) => line)).toEqual([2, 12])
  })

  it('names the row whose characters cannot be read', async () => {
    const good = text('code,text\nk1,您好，请问有什么可以帮您的吗，我们随时在\nk2,好的')
    expect(await faultsOf(Buffer.concat([good, Buffer.from([0xff, 0x0a])]))).toEqual(['3 unreadable'])
  })

  it('finds an open quote', async () => {
    expect(await faultsOf(text('code,text\nk1,a\nk2,"b\nk3,c\n'))).toEqual(['3 unreadable'])
  })
})

describe('what it is beside the scripts that are there', () => {
  const live = { id: 's1', version: 4, code: 'HY1', stage: 'opening' as const, scene: 'care', title: '欢迎', body: '亲，您好\n欢迎光临', language: 'zh' as const,
    tags: ['问候'], twinOf: null, validFromMs: null, validToMs: null, campaign: null, audience: { ...EVERYBODY, teamIds: ['t'] }, pictureIds: ['p'],
    ownerId: 'o', reviewAtMs: 5 }

  it('keeps what the file has no column for', async () => {
    const { summary, work } = await read(text('code,text\nhy1,新的内容\n'), { existing: [live] })
    expect(summary).toMatchObject({ fresh: 0, changed: 1, same: 0 })
    const { id, version, ...content } = live
    expect(work[0]).toEqual({ line: 2, id, baseVersion: version, action: 'change', content: { ...content, code: 'hy1', body: '新的内容' } })
  })

  it('a phrase without a code that is here already is the same', async () => {
    const { work } = await read(text(QIANNIU, 'gbk'))
    const existing = work.map(({ content }, at) => ({ ...content, id: `s${at}`, version: 1 }))
    expect((await read(text(QIANNIU, 'gbk'), { existing })).summary).toMatchObject({ fresh: 0, changed: 0, same: 2, faultCount: 0 })
  })
})

describe('what we write we read again', () => {
  const script = (code: string, more: Partial<ScriptContent>): ScriptContent => ({
    code, stage: 'reminder', scene: 'coupon', title: `标题 ${code}`, body: '内容', language: 'zh', tags: ['a', '券'], twinOf: null, validFromMs: null,
    validToMs: null, campaign: null, audience: EVERYBODY, pictureIds: [], ownerId: null, reviewAtMs: null, ...more,
  })
  const all = [
    script('=1+1', { body: '@all, "好"\n- 第二行; 😀' }), script("'+86", { title: '-减', body: "''=x" }), script('k3', { tags: [], scene: null, campaign: '双11' }),
    script('k5', { scene: '退款' }), script('k6', { scene: 'refund' }), script('k7', { scene: '老客回访' }), script('k8', { scene: 'cash_on_delivery' }),
    script('k4', { stage: 'handover_take', language: 'en', body: '\u{20BB7} Hello', validFromMs: Date.UTC(2026, 10, 10, 16), validToMs: Date.UTC(2026, 10, 11, 15, 59, 59, 250) }),
  ]
  const existing = all.map((content, at) => ({ ...content, id: `s${at}`, version: 1 }))

  it('in words: stage, scene and language, in Chinese and in English', async () => {
    const cells = async (language: 'zh' | 'en') => {
      const rows = new TextDecoder().decode(await exportTable([script('k', {}), script('own', { scene: '老客回访', language: 'en' })], 'csv', language, zone)).split('\r\n').slice(1, 3)
      return rows.map((row) => row.split(',').slice(3, 6))
    }
    expect(await cells('zh')).toEqual([['提醒', '优惠券', '中文'], ['提醒', '老客回访', '英文']])
    expect(await cells('en')).toEqual([['Reminder', 'Coupon', 'Chinese'], ['Reminder', '老客回访', 'English']])
  })

  it.each(['csv', 'csv-gbk', 'xlsx'] as const)('%s, in both languages', async (format) => {
    for (const language of ['zh', 'en'] as const) {
      const { summary } = await read(await exportTable(all, format, language, zone), { existing })
      expect(summary).toMatchObject({ recognised: 'shiftdesk', same: all.length, fresh: 0, changed: 0, faults: [] })
    }
  })

  it('no cell of a CSV begins as a formula', async () => {
    const csv = Buffer.from(await exportTable(all, 'csv', 'en', zone)).toString('utf8')
    const cells = csv.slice(1).split(/\r\n/).flatMap((line) => line.split(','))
    expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
  })
})

describe('rubbish', () => {
  const noise = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7919 + (at >> 3) * 104_729) % 256)
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), noise(5_000)])

  /** A ZIP archive of one entry, whose size unpacked it may lie about. */
  function zip(name: string, content: Uint8Array, claimed = content.length): Buffer {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed, 24)
    entry.writeUInt16LE(name.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(46 + name.length, 12)
    end.writeUInt32LE(30 + name.length + packed.length, 16)
    return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end])
  }

  it.each([
    ['nothing', new Uint8Array(), '- empty_file'], ['headers alone', text('code,text\n'), '- empty_file'], ['a picture', png, '- unreadable'],
    ['noise', noise(50_000), '- unreadable'], ['an archive', zip('a.txt', text('hello')), '- unreadable'],
    ['an archive cut off', zip('a.txt', text('hello')).subarray(0, 40), '- unreadable'],
    ['1 GB in an archive that claims to be small', zip('xl/worksheets/sheet1.xml', new Uint8Array(250 * 1024 * 1024), 10), '- unreadable'],
    ['101 columns', text(`${Array.from({ length: 101 }, (_, at) => `c${at}`).join(',')}\na\n`), '1 wrong_columns'],
    ['no column with texts', text('foo,bar\n1,2\n'), '1 wrong_columns'],
    ['20,001 rows', text(`code,text\n${Array.from({ length: 20_001 }, (_, at) => `k${at},x`).join('\n')}`), '- too_many_rows'],
  ])('%s', async (_name, bytes, fault) => {
    const before = process.memoryUsage().rss
    expect(await faultsOf(bytes)).toEqual([fault])
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 * 1024)
  })

  it('100 columns that it does not know are no fault', async () => {
    const header = Array.from({ length: 100 }, (_, at) => at === 7 ? 'text' : `c${at}`).join(',')
    expect((await read(text(`${header}\n${'x,'.repeat(99)}x\n`))).summary).toMatchObject({ faultCount: 0, fresh: 1 })
  })

  it('a formula in a sheet is never run: its stored result counts, or nothing', async () => {
    const sheet = [['code', 'text'], ['k1', { type: 'Formula' as const, value: '=HYPERLINK("http://x","y")' }], [1001, new Date(Date.UTC(2026, 10, 1))]]
    const bytes = await writeSheet(sheet as never, { dateFormat: 'yyyy-mm-dd' } as never).toBuffer()
    const { summary } = await read(bytes)
    expect(summary.faults).toEqual([{ line: 2, column: 'text', code: 'missing', value: '' }])
    expect(summary.preview[0]?.content).toMatchObject({ code: '1001', body: '2026-11-01' })
  })
})
