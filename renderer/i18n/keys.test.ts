import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { DeskErrorCode } from '../../protocol/desk-api.ts'
import { RefusalCode } from '../../protocol/mutations.ts'
import { en } from './en/en.ts'
import { zh } from './zh/zh.ts'

type Tree = { readonly [key: string]: string | Tree }

const plain = (key: string) => key.replace(/_(one|other)$/, '')
const leaves = (tree: Tree, under = ''): [string, string][] => Object.entries(tree).flatMap(([key, value]) =>
  typeof value === 'string' ? [[`${under}${key}`, value] as [string, string]] : leaves(value, `${under}${key}.`))
const keys = (tree: Tree) => [...new Set(leaves(tree).map(([key]) => plain(key)))].sort()
const holes = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]))].sort()

describe('both languages', () => {
  it('have the same keys', () => { expect(keys(en)).toEqual(keys(zh)) })

  it('name the same things in each text', () => {
    const chinese = new Map(leaves(zh).map(([key, text]) => [plain(key), holes(text)]))
    for (const [key, text] of leaves(en)) expect([key, holes(text)]).toEqual([key, chinese.get(plain(key))])
  })

  it('leave no text empty, and English has one and other for each count', () => {
    for (const [key, text] of [...leaves(zh), ...leaves(en)]) expect(text.trim(), key).not.toBe('')
    const english = new Set(leaves(en).map(([key]) => key))
    for (const key of english) if (key.endsWith('_one')) expect(english).toContain(key.replace(/_one$/, '_other'))
  })

  it('have no Chinese in English texts but the names of languages', () => {
    expect(leaves(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([key]) => key)).toEqual(['settings.zh'])
  })

  it('have words for every error and refusal', () => {
    for (const dictionary of [zh, en]) {
      expect(Object.keys(dictionary.error).sort()).toEqual([...DeskErrorCode.options].sort())
      expect(Object.keys(dictionary.refusal).sort()).toEqual([...RefusalCode.options].sort())
    }
  })
})

const room = path.join(import.meta.dirname, '..')
const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
const SAID = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'lead', 'hint', 'text', 'confirm', 'cancel'])
// Signs between texts are no words.
const hasWords = (text: string) => /[\p{L}]/u.test(text)

/** Texts for people that stand in JSX instead of the dictionary. */
function hardCoded(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(node.text.trim())
    if (ts.isJsxAttribute(node) && SAID.has(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text)) {
      found.push(`${node.name.getText()}=${node.initializer.text}`)
    }
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && /[\u4e00-\u9fff]/.test(node.getText())) found.push(node.getText())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.tsx', source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX))
  return found
}

describe('every text is used', () => {
  const code = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file) && !/^i18n.(zh|en)|\.test\./.test(file))
    .map(file => readFileSync(path.join(room, file), 'utf8')).join('\n')
  // `due.${rule}` and the like use all keys below; a table of words names its keys without the prefix.
  const prefixes = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(match => match[1] ?? '')
  it('by name or by its group', () => {
    expect(prefixes).toContain('due.')
    expect(keys(zh).filter(key => !code.includes(`'${key}'`) && !prefixes.some(prefix => key.startsWith(prefix)))).toEqual([])
  })
})

describe('texts for people stand in the dictionary', () => {
  it('is checked by something that finds them', () => {
    expect(hardCoded("<p title='Close'>你好 {t('a')} Save · </p>")).toEqual(['title=Close', '你好', 'Save ·'])
    expect(hardCoded("<p className='flex'>{a ? '取消' : t('b')} · </p>")).toEqual(["'取消'"])
  })
  it('reads the whole room', () => { expect(sources.length).toBeGreaterThan(40) })
  // A key on the keyboard has one name in both languages.
  it.each(sources)('%s', file => {
    expect(hardCoded(readFileSync(path.join(room, file), 'utf8')).filter(text => !['title=Enter', '?'].includes(text))).toEqual([])
  })
})
