import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkSync } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
/** Rooms that read what came from outside. */
const rooms = ['app', 'db', 'gateway', 'policies', 'post', 'rules', 'words']
/** Reads nothing but the PDF that was drawn a moment before. */
const ownWork = new Set(['post/actual-text.ts'])

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
    .filter((name) => !ownWork.has(name))
}

function expressionsIn(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest))
  return found
}

const expressions = [...new Set(rooms.flatMap(sourcesUnder).flatMap(expressionsIn))]

test('there are expressions to check, and a slow one is found', () => {
  expect(expressions.length).toBeGreaterThan(50)
  // What a keyword list once looked like: 13.7 seconds on 78 characters.
  expect(checkSync('(\\s*(no|without)\\s*)+(heat|water)', 'i').status).toBe('vulnerable')
})

test('no expression takes longer than its text is long, whatever somebody writes', {
  timeout: 120_000,
}, () => {
  const slow = expressions.filter((expression) => {
    const end = expression.lastIndexOf('/')
    const [source, flags] = [expression.slice(1, end), expression.slice(end + 1)]
    return checkSync(source, flags, { timeout: 5_000 }).status === 'vulnerable'
  })
  expect(slow).toEqual([])
})
