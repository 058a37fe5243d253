import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { CHAT_PERMISSIONS } from '#chat/contracts/permissions'

test.group('The page on the host contract', () => {
  test('describes every method and every permission', async ({ assert }) => {
    const contract = await readFile('app/chat/contracts/crm_host.ts', 'utf8')
    const page = await readFile('docs/crm_host.md', 'utf8')
    const [, body] = contract.split('export interface CrmHost {')
    const methods = [...body.matchAll(/^ {2}(\w+)\??\(/gm)].map(([, name]) => name)
    assert.isAbove(methods.length, 15)
    const described = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name)
    assert.sameMembers(described, [...methods, ...CHAT_PERMISSIONS])
  })
})
