import { readFile } from 'node:fs/promises'
import ts from 'typescript'
import { test } from '@japa/runner'
import { fileOf } from '#tests/helpers/import_graph'

const MAIN = 'app/chat/main.ts'

const parse = async (path: string) =>
  ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true)

const specifierOf = ({ moduleSpecifier }: { moduleSpecifier?: ts.Expression }) =>
  (moduleSpecifier as ts.StringLiteral).text

/** The names under which a statement exports what it declares; none where it declares or exports nothing. */
function exportedNames(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
  const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind)
  if (!has(ts.SyntaxKind.ExportKeyword)) return []
  if (has(ts.SyntaxKind.DefaultKeyword)) return ['default']
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const { name } = statement as ts.DeclarationStatement
  return name ? [name.getText()] : []
}

/** What the public surface exports: each with the declaration that it comes from. */
async function surface() {
  const found: { name: string; path: string; declaration?: ts.Statement }[] = []
  for (const statement of (await parse(MAIN)).statements) {
    if (!ts.isExportDeclaration(statement)) continue
    const path = fileOf(MAIN, specifierOf(statement))
    const { statements } = await parse(path)
    const { exportClause } = statement
    const names =
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map((element) => (element.propertyName ?? element.name).getText())
        : statements.flatMap(exportedNames)
    for (const name of names) {
      const declaration = statements.find((each) => exportedNames(each).includes(name))
      found.push({ name, path, declaration })
    }
  }
  return found
}

test.group('The public surface', () => {
  test('each export is explained where it is declared', async ({ assert }) => {
    const exports = await surface()
    const unexplained = exports.filter(({ declaration }) => {
      return !declaration || ts.getJSDocCommentsAndTags(declaration).length === 0
    })
    assert.deepEqual(
      unexplained.map(({ name, path }) => `${path}: ${name}`),
      []
    )
    assert.isAbove(exports.length, 100)
  }).timeout(30_000)

  test('an integration needs nothing else of the module', async ({ assert }) => {
    const { statements } = await parse('tests/unit/chat/surface/integrator.ts')
    const imports = statements.filter(ts.isImportDeclaration).map(specifierOf)
    assert.deepEqual(imports, ['#chat/main'])
  })
})
