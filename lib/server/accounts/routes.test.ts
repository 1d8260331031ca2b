import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { PUBLIC_ROUTES } from './public-routes'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const ASKING = ['requirePerson', 'requireOwner']
const FOREIGN_IMPORTS = /prisma|libsql|lib\/server\/(env|db)(\/|$)/

/** What is wrong with the source of a route: its handlers ask who is asking, and reach for nothing below their room. */
function problemsOf(source: string, isPublic: boolean): string[] {
  const file = ts.createSourceFile('route.ts', source, ts.ScriptTarget.Latest, true)
  const problems: string[] = []
  for (const { method, body } of handlersIn(file)) {
    if (!isPublic && !ASKING.some((name) => calls(body, name)))
      problems.push(`${method} asks no one`)
  }
  visit(file, (node) => {
    if (ts.isStringLiteral(node) && ts.isImportDeclaration(node.parent)) {
      if (FOREIGN_IMPORTS.test(node.text)) problems.push(`imports ${node.text}`)
    }
    if (isCall(node, 'fetch')) problems.push('calls fetch')
    if (ts.isPropertyAccessExpression(node) && node.getText(file) === 'process.env') {
      problems.push('reads process.env')
    }
  })
  return problems
}

type Handler = { method: string; body: ts.Node }

function handlersIn(file: ts.SourceFile): Handler[] {
  return file.statements.filter(isExported).flatMap((statement): Handler[] => {
    if (ts.isFunctionDeclaration(statement)) {
      return [{ method: statement.name?.text ?? '', body: statement }]
    }
    // `export { GET } from …` and `export default` hide a handler from this test.
    if (!ts.isVariableStatement(statement)) return [{ method: 'an export', body: statement }]
    return statement.declarationList.declarations
      .map((declaration) => ({ method: declaration.name.getText(file), body: declaration }))
      .filter(({ method }) => METHODS.includes(method))
  })
}

function isExported(node: ts.Statement): boolean {
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return false
  if (ts.isExportDeclaration(node) || ts.isExportAssignment(node)) return true
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function isCall(node: ts.Node, name: string): boolean {
  return (
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name
  )
}

function calls(node: ts.Node, name: string): boolean {
  let found = false
  visit(node, (child) => {
    found ||= isCall(child, name)
  })
  return found
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}

const handlers = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[\\/])route\.[cm]?[jt]sx?$/.test(file))
  .map((file) => path.posix.join('app', file.split(path.sep).join('/')))
const files = handlers.filter((file) => file.startsWith('app/api/'))
const addressOf = (file: string) => path.posix.dirname(file).replace(/^app/, '')

describe('every route', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(0)
  })

  it.each(files)('%s asks accounts and stays in its room', (file) => {
    const isPublic = PUBLIC_ROUTES.includes(addressOf(file))
    expect(problemsOf(readFileSync(file, 'utf8'), isPublic)).toEqual([])
  })

  it('has its handlers under app/api alone', () => {
    expect(handlers.filter((file) => !files.includes(file))).toEqual([])
  })

  it.each(PUBLIC_ROUTES)('%s, which is public, is there', (address) => {
    expect(existsSync(path.join('app', address, 'route.ts'))).toBe(true)
  })
})

describe('the check itself', () => {
  const handler = 'export const GET = handle(({ headers }) => list(requirePerson(headers)))'

  it('passes a handler that asks', () => {
    expect(problemsOf(handler, false)).toEqual([])
    expect(
      problemsOf('export function GET(r: Request) { requirePerson(r.headers) }', false),
    ).toEqual([])
  })

  it.each([
    ['a handler that does not ask', `${handler}\nexport const POST = handle(() => spend())`],
    ['one that only says so', 'export const GET = handle(() => list()) // requirePerson(headers)'],
    ['a re-export', "export { GET } from './elsewhere'"],
    ['a default export', 'export default handler'],
    ['the database', `import { db } from '@/lib/server/db/database'\n${handler}`],
    ['the Prisma client', `import { PrismaClient } from '@prisma/client'\n${handler}`],
    ['the settings', `import { env } from '@/lib/server/env'\n${handler}`],
    ['fetch', `${handler}\nconst load = () => fetch('https://example.com')`],
    ['process.env', `${handler}\nconst port = process.env.PORT`],
  ])('refuses %s', (_, source) => {
    expect(problemsOf(source, false)).not.toEqual([])
  })

  it('lets a public route answer to anybody, but nothing more', () => {
    expect(problemsOf('export const GET = handle(() => live())', true)).toEqual([])
    expect(problemsOf('export const GET = () => fetch(somewhere)', true)).not.toEqual([])
  })
})
