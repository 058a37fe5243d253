import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Attachment from '#chat/models/attachment'
import Message from '#chat/models/message'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { HTML, PDF, pngOf, SECRET, SVG, ZIP } from '#tests/helpers/sample_files'

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer)

async function uploaded({ browser }: Guest, bytes: Buffer = PDF, name = 'invoice.pdf') {
  const answer = await browser.upload(bytesOf(bytes), name)
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json as { id: string; name: string }
}

test.group('Files of visitors (W19)', () => {
  test('are uploaded, sent with a message, and opened by their visitor', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const { browser } = guest
    const file = await uploaded(guest, pngOf(300, 200), '../Shot.jpeg')
    assert.containSubset(file, {
      name: 'Shot.png',
      media_type: 'image/png',
      width: 300,
      height: 200,
      has_preview: true,
    })
    const more = await uploaded(guest)
    const attachments = [file.id, more.id]
    const started = await browser.post('/conversations', {
      attachments,
      client_message_id: randomUUID(),
    })
    assert.equal(started.status, 201)
    const [message] = started.json.messages
    assert.containSubset(message, { type: 'file', content: '' })
    assert.deepEqual(
      message.metadata.attachments.map(({ id }: { id: string }) => id),
      attachments
    )
    const opened = await browser.open(more.id)
    assert.isTrue(opened.bytes.equals(PDF))
    assert.include(opened.headers.get('content-disposition')!, 'attachment')
    const preview = await browser.open(file.id, '?preview=1')
    assert.equal(preview.headers.get('content-type'), 'image/webp')
    const picture = await browser.open(file.id)
    assert.notInclude(picture.bytes.toString('latin1'), SECRET)
    assert.include(picture.headers.get('content-disposition')!, 'inline')
    for (const { headers } of [opened, preview, picture]) {
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; sandbox")
      assert.match(headers.get('cache-control')!, /private/)
    }
    const conversation = await world.onlyConversation()
    assert.include(conversation.lastMessage!, 'Shot.png')
  })

  test('are kept once, and sent once, however often they are repeated', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const id = randomUUID()
    const send = () => guest.browser.upload(bytesOf(PDF), 'invoice.pdf', id)
    const answers = await Promise.all([send(), send(), send()])
    const ids = new Set(answers.map(({ json }) => json.id))
    assert.equal(ids.size, 1)
    assert.deepEqual((await send()).status, 200)
    const kept = await Attachment.query().where('tenant_id', world.tenantId)
    assert.lengthOf(kept, 1)

    const body = { attachments: [...ids], content: 'Here', client_message_id: randomUUID() }
    const post = () => guest.browser.post('/conversations', body)
    const posts = await Promise.all([post(), post()])
    assert.sameMembers(
      posts.map(({ status }) => status),
      [200, 201]
    )
    assert.equal((await post()).status, 200)
    const messages = await Message.query().where({ tenant_id: world.tenantId, type: 'file' })
    assert.lengthOf(messages, 1)

    const again = { ...body, client_message_id: randomUUID() }
    const refused = await guest.browser.post('/conversations', again)
    assert.equal(refused.status, 422)
    assert.equal(refused.json.errors[0].code, 'E_CHAT_FILE_NOT_SENDABLE')
  })

  test('are for no other visitor, with or without a message', async ({ assert }) => {
    const world = await ChatWorld.create()
    const [guest, other] = [await world.guest(), await world.guest()]
    const stranger = await (await ChatWorld.create()).guest()
    const file = await uploaded(guest)
    const nobodyElse = async () => {
      for (const { browser } of [other, stranger]) {
        assert.equal((await browser.open(file.id)).status, 404)
        assert.equal((await browser.post(`/files/${file.id}/delete`)).status, 204)
        const body = { attachments: [file.id], client_message_id: randomUUID() }
        assert.equal((await browser.post('/conversations', body)).status, 422)
      }
      const withoutToken = guest.browser.with({ token: null })
      assert.equal((await withoutToken.open(file.id)).status, 401)
      assert.equal((await guest.browser.open(file.id)).status, 200)
    }
    await nobodyElse()
    const body = { attachments: [file.id], client_message_id: randomUUID() }
    await guest.browser.post('/conversations', body)
    await nobodyElse()
    await guest.browser.post(`/files/${file.id}/delete`)
    assert.equal((await guest.browser.open(file.id)).status, 200)
  })

  test('of notes stay with the team', async ({ assert, client }) => {
    const world = await ChatWorld.create()
    const guest = await world.chatting()
    const agent = await world.agent()
    const upload = {
      name: 'note.pdf',
      uploadId: randomUUID(),
      bytes: (await import('node:stream')).Readable.from([PDF]),
      size: null,
    }
    const { attachment } = await world.chat.attachments.fromAgent(agent, world.widget, upload)
    const draft = { content: '', clientMessageId: randomUUID(), internal: true }
    const attachments = [attachment.externalId]
    const post = await world.chat.messages.agent.post(guest.conversation, agent, {
      ...draft,
      attachments,
    })
    assert.equal(post.message.type, 'note')
    assert.equal((await guest.browser.open(attachment.externalId)).status, 404)
    const thread = await guest.browser.thread(guest.conversation.externalId)
    assert.notInclude(thread.text, attachment.externalId)
    const stranger = await (await ChatWorld.create()).user('admin')
    const path = `/chat/files/${attachment.externalId}`
    ;(await client.get(path).loginAs(stranger)).assertStatus(404)
    ;(await client.get(path).loginAs(await world.user('admin'))).assertStatus(200)
  })

  test('are refused in words when the widget does not take them', async ({ assert }) => {
    const world = await ChatWorld.create({ maxFileMegabytes: 1, fileTypes: ['pictures'] })
    const { browser } = await world.guest()
    const refusals: [Buffer, string, number, string][] = [
      [PDF, 'invoice.pdf', 422, 'E_CHAT_FILE_TYPE'],
      [ZIP, 'bomb.zip', 422, 'E_CHAT_FILE_TYPE'],
      [HTML, 'photo.png', 422, 'E_CHAT_FILE_TYPE'],
      [SVG, 'logo.svg', 422, 'E_CHAT_FILE_TYPE'],
      [Buffer.alloc(0), 'empty.png', 422, 'E_CHAT_FILE_EMPTY'],
      [pngOf(9, 9).subarray(0, 60), 'cut.png', 422, 'E_CHAT_FILE_BROKEN'],
      [pngOf(50_000, 50_000, 1), 'huge.png', 422, 'E_CHAT_PICTURE_TOO_LARGE'],
      [Buffer.alloc(1024 * 1024 + 1), 'large.png', 413, 'E_CHAT_FILE_TOO_LARGE'],
    ]
    for (const [bytes, name, status, code] of refusals) {
      const answer = await browser.upload(bytesOf(bytes), name)
      assert.equal(answer.status, status, name)
      assert.equal(answer.json.errors[0].code, code, name)
      assert.isNotEmpty(answer.json.errors[0].message)
    }
    const kept = await Attachment.query().where('tenant_id', world.tenantId)
    assert.lengthOf(kept, 0)

    const off = await (await ChatWorld.create({ acceptsFiles: false })).guest()
    assert.equal((await off.browser.upload(bytesOf(PDF), 'a.pdf')).status, 403)
    const asJson = await browser.send('/files?name=a.pdf&upload_id=x', '{}', 'application/json')
    assert.equal(asJson.status, 415)
    const unnamed = await browser.send('/files', 'x', 'application/octet-stream')
    assert.equal(unnamed.status, 422)
  })

  test('end at the size of the widget, whatever their sender says of it', async ({ assert }) => {
    const world = await ChatWorld.create({ maxFileMegabytes: 1 })
    const { browser } = await world.guest()
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent++ > 12) return controller.close()
        controller.enqueue(new Uint8Array(256 * 1024))
      },
    })
    const url = browser.url(`/files?name=a.pdf&upload_id=${randomUUID()}`)
    const headers = { ...browser.headers, 'Content-Type': 'application/octet-stream' }
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
    assert.equal((await fetch(url, init)).status, 413)
  })

  test('are limited in number, in a message and while they wait', async ({ assert }) => {
    const world = await ChatWorld.create()
    const guest = await world.guest()
    const ids = Array.from({ length: 11 }, () => randomUUID())
    const body = { attachments: ids, client_message_id: randomUUID() }
    assert.equal((await guest.browser.post('/conversations', body)).status, 422)
    const all = await Promise.all(
      Array.from({ length: 30 }, () => guest.browser.upload(bytesOf(PDF), 'a.pdf'))
    )
    assert.isTrue(all.every(({ status }) => status === 201))
    const refused = await guest.browser.upload(bytesOf(PDF), 'a.pdf')
    assert.equal(refused.json.errors[0].code, 'E_CHAT_TOO_MANY_FILES')
    await guest.browser.post(`/files/${all[0].json.id}/delete`)
    assert.equal((await guest.browser.open(all[0].json.id)).status, 404)
    assert.equal((await guest.browser.upload(bytesOf(PDF), 'a.pdf')).status, 201)
  })
})
