import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Attachment from '#chat/models/attachment'
import { ClamdScanner } from '#chat/host/clamd_scanner'
import { chatClient } from '#chat/models/chat_model'
import { ChatService } from '#chat/services/chat_service'
import type { ChatWorld } from '#tests/helpers/chat_world'
import { startClamd } from '#tests/helpers/clamd'
import { withoutDueWorker } from '#tests/helpers/due_actions'
import { mailWithFiles, rawMail } from '#tests/helpers/raw_mail'
import { HTML, PDF, pngOf, SECRET } from '#tests/helpers/sample_files'
import { asked, handOver, messagesOf } from './answering.js'

const VIRUS = 'This is the malware of a test'
const pdf = { name: 'invoice.pdf', bytes: PDF }

/** The names of a message's files, and what the agents read of the others. */
const filesIn = ({ metadata }: { metadata: any }) => ({
  names: (metadata.attachments ?? []).map(({ name }: { name: string }) => name),
  refused: metadata.mail.refused,
  left: metadata.mail.files,
})

test.group('Files in emails (W19)', (group) => {
  group.setup(withoutDueWorker)

  test('are files of the visitor’s message, cleaned like any other', async ({ assert, client }) => {
    const { world, conversation, to, browser } = await asked()
    const files = [pdf, { name: '../Shot.jpeg', bytes: pngOf(60, 40) }]
    const { json } = await handOver(mailWithFiles({ to, text: 'Here they are' }, files))
    assert.equal(json.status, 'stored')
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual([message.type, message.content], ['file', 'Here they are'])
    assert.deepEqual(filesIn(message), {
      names: ['invoice.pdf', 'Shot.png'],
      refused: [],
      left: 0,
    })
    const thread = await browser.get(`/conversations/${conversation.externalId}/messages`)
    const { metadata } = thread.json.messages.at(-1)
    assert.deepEqual(Object.keys(metadata), ['attachments'])
    const picture = await browser.open(metadata.attachments[1].id)
    assert.equal(picture.status, 200)
    assert.notInclude(picture.bytes.toString('latin1'), SECRET)
    const page = await client.get(`/chat/${conversation.externalId}`).loginAs(await world.user())
    for (const part of ['By email', 'invoice.pdf', 'Shot.png']) assert.include(page.text(), part)
    assert.notInclude(page.text(), 'see the original')
  })

  test('are kept once, however often and at how many requests the email arrives', async ({
    assert,
  }) => {
    const { world, conversation, to } = await asked()
    const raw = mailWithFiles({ to, text: 'Once' }, [pdf])
    const answers = await Promise.all(Array.from({ length: 12 }, () => handOver(raw)))
    answers.push(await handOver(raw))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
    assert.lengthOf(
      answers.filter(({ json }) => json.status === 'stored'),
      1
    )
    const once = (await messagesOf(world, conversation)).filter(({ content }) => content === 'Once')
    assert.lengthOf(once, 1)
    const kept = await Attachment.query().where('tenant_id', world.tenantId)
    assert.deepEqual(
      kept.map(({ messageId }) => messageId),
      [once[0].id]
    )
  })

  test('pictures within the text are taken, those in what is quoted are not', async ({
    assert,
  }) => {
    const { world, conversation, to } = await asked()
    const html = `<p>Look: <img src="cid:own@x"></p><blockquote><img src="cid:old@x"></blockquote>`
    const files = [
      { name: 'own.png', bytes: pngOf(30, 30), id: 'own@x' },
      { name: 'old.png', bytes: pngOf(31, 31), id: 'old@x' },
    ]
    await handOver(mailWithFiles({ to, html }, files))
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual(filesIn(message), { names: ['own.png'], refused: [], left: 0 })
  })

  test('without a word they are the whole message', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    await handOver(mailWithFiles({ to, text: '' }, [pdf]))
    assert.equal((await messagesOf(world, conversation)).at(-1)!.content, '')
    assert.include((await world.stored(conversation)).lastMessage!, 'invoice.pdf')
  })

  test('that lie, are damaged, empty or too large stay in the original, and agents read why', async ({
    assert,
    client,
  }) => {
    const { world, conversation, to } = await asked()
    await world.widget.merge({ maxFileMegabytes: 1 }).save()
    const files = [
      pdf,
      { name: 'photo.png', bytes: HTML },
      { name: 'half.png', bytes: pngOf(50, 50).subarray(0, 60) },
      { name: 'bomb.png', bytes: pngOf(50_000, 50_000, 1) },
      { name: 'none.pdf', bytes: Buffer.alloc(0) },
      { name: 'large.pdf', bytes: Buffer.concat([PDF, Buffer.alloc(1024 * 1024)]) },
      { name: '<b>x</b>.exe', bytes: Buffer.from('MZ\u0000') },
    ]
    assert.equal((await handOver(mailWithFiles({ to, text: 'All' }, files))).json.status, 'stored')
    const message = (await messagesOf(world, conversation)).at(-1)!
    const { names, refused, left } = filesIn(message)
    assert.deepEqual([names, left], [['invoice.pdf'], 6])
    assert.deepEqual(refused, [
      { name: 'photo.png', reason: 'This type of file can’t be sent' },
      { name: 'half.png', reason: 'This picture is damaged' },
      { name: 'bomb.png', reason: 'This picture has too many pixels' },
      { name: 'none.pdf', reason: 'This file is empty' },
      { name: 'large.pdf', reason: 'This file is larger than 1 MB' },
      { name: '<b>x</b>.exe', reason: 'This type of file can’t be sent' },
    ])
    const page = await client.get(`/chat/${conversation.externalId}`).loginAs(await world.user())
    const line = 'photo.png is only in the original. This type of file can’t be sent.'
    assert.include(page.text(), line)
    assert.notInclude(page.text(), '<b>x</b>')
  })

  test('are ten at most, and none where the widget takes none; the original has the rest', async ({
    assert,
  }) => {
    const { world, conversation, to } = await asked()
    const many = Array.from({ length: 14 }, (_, n) => ({ name: `${n}.pdf`, bytes: PDF }))
    await handOver(mailWithFiles({ to, text: 'Many' }, many))
    const { names, left } = filesIn((await messagesOf(world, conversation)).at(-1)!)
    assert.deepEqual([names.length, left], [10, 4])
    await world.widget.merge({ acceptsFiles: false }).save()
    await handOver(mailWithFiles({ to, text: 'None' }, [pdf]))
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.equal(message.type, 'text')
    assert.deepEqual(filesIn(message), { names: [], refused: [], left: 1 })
  })

  test('are scanned first; without a verdict the email has to come again', async ({
    assert,
    cleanup,
  }) => {
    const clamd = await startClamd(VIRUS)
    const { world, conversation, to } = await asked()
    const receive = await receiverWith(world, clamd.address)
    const infected = { name: 'bad.txt', bytes: Buffer.from(VIRUS) }
    await receive(mailWithFiles({ to, text: 'Scanned' }, [pdf, infected]))
    assert.deepEqual(filesIn((await messagesOf(world, conversation)).at(-1)!), {
      names: ['invoice.pdf'],
      refused: [{ name: 'bad.txt', reason: 'This file contains malware' }],
      left: 1,
    })
    await clamd.close()
    const next = mailWithFiles({ to, text: 'Later' }, [pdf])
    await assert.rejects(() => receive(next), /can’t be checked right now/)
    assert.equal((await messagesOf(world, conversation)).at(-1)!.content, 'Scanned')
    const again = await startClamd(VIRUS)
    cleanup(() => again.close() as never)
    const later = await receiverWith(world, again.address)
    await later(next)
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual([message.content, filesIn(message).names], ['Later', ['invoice.pdf']])
  })

  test('of agents are theirs; of a stranger to the team they stay in the original', async ({
    assert,
  }) => {
    const { world, conversation, agent, browser } = await asked()
    const user = await world.user('employee', 'Bob Agent')
    const recipient = { role: 'team', email: 'team@shop.example' } as const
    const id = `<team-${conversation.externalId}@crm.example>`
    const to = (await world.chat.mails.recipients.register(conversation, id, recipient))!
    await handOver(mailWithFiles({ to, from: user.email, text: 'Our offer' }, [pdf]))
    const reply = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual([reply.senderName, filesIn(reply).names], ['Bob Agent', ['invoice.pdf']])
    const path = `/conversations/${conversation.externalId}/messages`
    const { metadata } = (await browser.get(path)).json.messages.at(-1)
    assert.equal((await browser.open(metadata.attachments[0].id)).status, 200)

    await handOver(mailWithFiles({ to, from: 'else@example.com', text: 'Mine' }, [pdf]))
    const note = (await messagesOf(world, conversation)).at(-1)!
    assert.deepEqual(filesIn(note), { names: [], refused: [], left: 1 })
    assert.exists(agent)
  })

  test('in broken MIME are what can be read of them', async ({ assert }) => {
    const { world, conversation, to } = await asked()
    const whole = mailWithFiles({ to, text: 'Cut' }, [{ name: 'cut.png', bytes: pngOf(90, 90) }])
    const cut = whole.subarray(0, whole.length - 60)
    assert.equal((await handOver(cut)).status, 200)
    const message = (await messagesOf(world, conversation)).at(-1)!
    assert.equal(message.content, 'Cut')
    assert.lengthOf([...filesIn(message).names, ...filesIn(message).refused], 1)
    assert.equal((await handOver(rawMail({ to, text: 'Fine' }))).json.status, 'stored')
  })
})

/** Receives emails with a scanner, as an installation with one does. */
async function receiverWith({ chat }: ChatWorld, address: { host: string; port: number }) {
  const [emitter, db] = [await app.container.make('emitter'), await app.container.make('lucid.db')]
  const { config, host } = chat
  const files = { store: await config.files.store(), scanner: new ClamdScanner(address) }
  const { mails } = new ChatService(config, host, chatClient(db), emitter, { files })
  return (raw: Buffer) => mails.inbound.receive(raw)
}
