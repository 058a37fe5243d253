import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'

/** The scripts that a built script imports, by their names. */
async function importsOf(name: string) {
  const script = await (await fetch(`${process.env.APP_URL}/chat-assets/${name}`)).text()
  return [...script.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)].map(([, file]) => file)
}

test.group('The script of the inbox', () => {
  test('has its imports named by the page, and those that they import', async ({
    assert,
    client,
  }) => {
    const world = await ChatWorld.create()
    const html = (await new InboxClient(client, await world.user('employee')).page('')).text()
    const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, name]) => name)
    const [script] = named(/<script type="module" src="\/chat-assets\/(inbox-[\w-]+\.js)">/g)
    const preloads = named(/<link rel="modulepreload" href="\/chat-assets\/([\w-]+\.js)">/g)
    const imported = (await Promise.all([script, ...preloads].map(importsOf))).flat()
    assert.isAbove(imported.length, 3)
    assert.sameMembers(preloads, [...new Set(imported)])
  })
})
