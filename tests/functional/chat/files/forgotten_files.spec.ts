import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import env from '#start/env'
import Attachment from '#chat/models/attachment'
import Erasure from '#chat/models/erasure'
import { keyOf } from '#chat/services/attachments/file_keys'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { after, afterTurns, withoutDueWorker } from '#tests/helpers/due_actions'
import { PDF, pngOf } from '#tests/helpers/sample_files'

const upload = (bytes: Buffer, name = 'canary.pdf') => ({
  name,
  uploadId: randomUUID(),
  bytes: Readable.from([bytes]),
  size: null,
})

const pathOf = (file: Attachment) =>
  join(app.makePath(env.get('CHAT_FILES', 'tmp/chat_files')), keyOf(file))

/** A conversation with a picture of the visitor and a document of the team, and a file that was not sent. */
async function withFiles(world: ChatWorld, guest: Guest) {
  const { chat, widget } = world
  const agent = await world.agent()
  const mine = await chat.attachments.fromVisitor(
    guest.visitor,
    widget,
    upload(pngOf(20, 20), 'canary.png')
  )
  const { conversation } = await chat.messages.visitor.start(widget, guest.visitor, {
    content: 'Here',
    attachments: [mine.attachment.externalId],
    clientMessageId: randomUUID(),
  })
  const theirs = await chat.attachments.fromAgent(agent, widget, upload(PDF))
  await chat.messages.agent.post(conversation, agent, {
    content: '',
    attachments: [theirs.attachment.externalId],
    clientMessageId: randomUUID(),
  })
  const unsent = await chat.attachments.fromVisitor(guest.visitor, widget, upload(PDF))
  const files = [mine, theirs, unsent].map(({ attachment }) => attachment)
  return { agent, conversation, files }
}

test.group('Files in what is kept about a visitor', () => {
  test('come with the page that opens without a network', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const { conversation } = await withFiles(world, await world.guest())
    const path = `/chat/${conversation.externalId}/visitor.html`
    const page = await client.get(path).loginAs(await world.user('admin'))
    page.assertStatus(200)
    assert.include(page.text(), `href="data:application/pdf;base64,${PDF.toString('base64')}"`)
    assert.include(page.text(), 'download="canary.png"')
  })
})

test.group('Files that are forgotten', (group) => {
  group.setup(withoutDueWorker)

  test('go with their visitor, with their bytes', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { agent, files } = await withFiles(world, guest)
    const paths = [...files.map(pathOf), `${pathOf(files[0])}.preview`]
    for (const path of paths) assert.isTrue(existsSync(path), path)
    const neighbour = await withFiles(world, await world.guest())

    const { id } = await world.chat.erasure.begin(guest.visitor, agent)
    await afterTurns(world, {}, async () => (await Erasure.findOrFail(id)).finishedAt)
    assert.equal((await Erasure.findOrFail(id)).files, 3)
    for (const path of paths) assert.isFalse(existsSync(path), path)
    for (const file of neighbour.files) assert.isTrue(existsSync(pathOf(file)))
  })

  test('go with their conversation: out of reach first, then with their bytes', async ({
    assert,
  }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { agent, conversation, files } = await withFiles(world, guest)
    await world.chat.conversations.removal.remove(await world.stored(conversation), agent)
    for (const { externalId } of files.slice(0, 2)) {
      assert.equal((await guest.browser.open(externalId)).status, 404)
    }
    await after(world, { minutes: 1 })
    const left = await Attachment.query().where('tenant_id', world.tenantId)
    assert.deepEqual(
      left.map(({ id }) => id),
      [files[2].id]
    )
    assert.deepEqual(
      files.map((file) => existsSync(pathOf(file))),
      [false, false, true]
    )
  })

  test('go after a day when they were not sent, and stay when they were', async ({ assert }) => {
    const world = await ChatWorld.create()
    const { files } = await withFiles(world, await world.guest())
    await after(world, { hours: 23 })
    assert.isTrue(files.every((file) => existsSync(pathOf(file))))
    await after(world, { hours: 25 })
    assert.deepEqual(
      files.map((file) => existsSync(pathOf(file))),
      [true, true, false]
    )
    assert.isNull(await Attachment.find(files[2].id))
  })
})
