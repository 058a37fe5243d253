import { join } from 'node:path'
import { freePort } from '../../bin/start/ports.js'
import { editByHand, freshHost } from './fresh_host.js'
import type { Kit } from './kits.js'
import { ejectView, playLifecycle } from './lifecycle.js'
import { playOwnChatPage } from './own_chat_page.js'
import { startHost } from './serving.js'
import { installed, MIGRATE_BUILD, shell, stopwatch } from './shell.js'
import { chatStory } from './story.js'

/** What a new user does with one kit, from `npm install` to the first answered chat, and what is checked beside it. */
export async function play(name: string, kit: Kit, module: string) {
  const port = String(await freePort('localhost'))
  const { folder, remove } = await freshHost(name, kit, port)
  const host = shell(folder)
  const { step, check, seconds } = stopwatch(name)
  const configure = `node ace configure adonis-crm-chat ${kit.flags ?? '--access=everyone'}`
  const commit = (message: string) =>
    host(
      `git add -A && git -c user.name=host -c user.email=host@example.com commit -q -m ${message}`
    )
  try {
    await step('npm install (the kit)', () =>
      host('npm install --no-audit --no-fund --prefer-offline')
    )
    await host('git init -q')
    await commit('kit')

    await step('npm install (the chat)', () => host(`npm install --no-audit --no-fund ${module}`))
    await step('configure', () => host(configure))
    await step('migration:run', () => host('node ace migration:run'))
    await commit('chat')
    await check('configure again', () => host(configure))
    await host('git diff --exit-code && test -z "$(git status --porcelain)"')
    for (const edit of kit.edits ?? []) editByHand(folder, edit)

    await check('chat:doctor', () => host('node ace chat:doctor'))
    if (kit.plays?.includes('lifecycle')) {
      await check('chat:eject views', () => ejectView(folder))
      await commit('view')
    }
    await step('build', () => host('node ace build'))
    await check('typecheck', () => host('npm run typecheck'))
    await check('lint', () => host('npm run lint'))
    await step('migration:run (production)', () => host(MIGRATE_BUILD))
    const server = await step('start', () => startHost(join(folder, 'build'), port))
    try {
      await step('the story', () => chatStory(server.url, kit.plays ?? []))
    } finally {
      await server.stop()
    }
    const edits = kit.edits?.length ?? 0
    console.log(
      `${name}: ${installed(folder)}; first answered chat after ${seconds()} s, ${edits} edits by hand`
    )
    if (kit.plays?.includes('lifecycle')) await playLifecycle(folder, check)
    else
      await check('migration:fresh', () => host('node ace migration:fresh && node ace db:truncate'))
    if (name === 'uuid') await check('its own /chat', () => playOwnChatPage(folder, port))
  } finally {
    await remove()
  }
}
