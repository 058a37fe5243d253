import { glob, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import ts from 'typescript'

/** The files that each file imports, by paths from the project's root. */
export type ImportGraph = Map<string, Set<string>>

const ROOTS = { '#chat/': 'app/chat/', '#start/': 'start/', '#config/': 'config/' }

/**
 * The imports of the files of these patterns, those of types included: types that refer to each other belong together.
 * An import inside a function does not count, because it waits for the call.
 */
export async function importGraph(patterns: string[]): Promise<ImportGraph> {
  const graph: ImportGraph = new Map()
  for await (const path of glob(patterns)) {
    graph.set(path, importsOf(path, await readFile(path, 'utf8')))
  }
  return graph
}

/** The files that a source imports. */
export function importsOf(path: string, text: string): Set<string> {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  const specifiers = statements.filter(isImport).map((statement) => {
    return (statement.moduleSpecifier as ts.StringLiteral).text
  })
  return new Set(
    specifiers.map((specifier) => fileOf(path, specifier)).filter((file) => file !== '')
  )
}

type Import = ts.ImportDeclaration | ts.ExportDeclaration

const isImport = (statement: ts.Statement): statement is Import =>
  ts.isImportDeclaration(statement) ||
  (ts.isExportDeclaration(statement) && !!statement.moduleSpecifier)

/** The path of what a file imports by this specifier; empty for a package. */
export function fileOf(from: string, specifier: string) {
  if (specifier.startsWith('.')) {
    return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
  }
  const root = Object.entries(ROOTS).find(([alias]) => specifier.startsWith(alias))
  return root ? `${root[1]}${specifier.slice(root[0].length)}.ts` : ''
}

/** Each circle in a graph once, as the files on it in the order in which they import each other. */
export function circlesIn(graph: ImportGraph): string[][] {
  const circles: string[][] = []
  const finished = new Set<string>()
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void circles.push(path.slice(path.indexOf(file)))
    if (finished.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    finished.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return circles
}
