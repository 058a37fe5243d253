import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import * as errors from '#chat/exceptions/chat_errors'
import { publishedDocument } from '#chat/openapi/published_document'

test.group('The guide to the REST API', () => {
  test('names operations and codes that there are', async ({ assert }) => {
    const guide = await readFile(app.makePath('docs/rest.md'), 'utf8')
    const { paths } = publishedDocument()
    const named = [...guide.matchAll(/`(GET|POST|PUT|DELETE) (\/[^`?]+)`/g)]
    assert.isAbove(named.length, 8)
    for (const [, method, path] of named) {
      assert.property(paths[path] ?? {}, method.toLowerCase(), `${method} ${path}`)
    }
    const codes = Object.values(errors).map(({ code }: { code?: string }) => code)
    const used = [...guide.matchAll(/E_CHAT_\w+/g)].map(([code]) => code)
    assert.isAbove(used.length, 3)
    for (const code of used) assert.include(codes, code)
  })

  test('so does the page on privacy', async ({ assert }) => {
    const page = await readFile(app.makePath('docs/privacy.md'), 'utf8')
    const { paths } = publishedDocument()
    const named = [...page.matchAll(/`(GET|PUT|DELETE)\s+(\/[^`?]+)`/g)]
    assert.isAbove(named.length, 5)
    for (const [, method, path] of named) {
      assert.property(paths[path] ?? {}, method.toLowerCase(), `${method} ${path}`)
    }
  })
})
