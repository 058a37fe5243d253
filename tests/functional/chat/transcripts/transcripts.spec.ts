import { test } from '@japa/runner'
import DueAction from '#chat/models/due_action'
import KeptMail from '#chat/models/kept_mail'
import { ApiCaller } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'
import { after, dueFor, withoutDueWorker } from '#tests/helpers/due_actions'

/** A conversation with a reply, a note and internal lines. */
async function talked(claims: { name?: string; email?: string } = {}) {
  const world = await ChatWorld.create({ name: 'Velo Atelier' })
  const guest = await world.chatting({ name: 'Vera', ...claims })
  const agent = await world.agent('Anna Agent')
  await world.reply(guest.conversation, agent, 'It is <b>on its way</b>\n[forged] line')
  await world.reply(guest.conversation, agent, 'She is difficult', true)
  await world.chat.conversations.triage.setSubject(guest.conversation, 'Secret subject', agent)
  return {
    world,
    agent,
    ...guest,
    path: `/conversations/${guest.conversation.externalId}/transcript`,
  }
}

const mailsOf = ({ tenantId }: ChatWorld) => KeptMail.query().where('tenant_id', tenantId)

test.group('Transcripts (W20)', (group) => {
  group.setup(withoutDueWorker)

  test('a visitor gets what they have read, as a page that opens offline, or as text', async ({
    assert,
  }) => {
    const { browser, path } = await talked()
    const page = await browser.get(`${path}?zone=Asia/Tokyo`)
    assert.equal(page.status, 200)
    assert.include(page.headers.get('content-type')!, 'text/html')
    assert.match(page.headers.get('content-disposition')!, /^attachment; filename="C\d+\.html"$/)
    assert.include(page.text, 'It is &lt;b&gt;on its way&lt;/b&gt;')
    assert.include(page.text, 'Asia/Tokyo')
    assert.include(page.text, '@media print')
    assert.notMatch(page.text, /<script|<link|src=|href=|url\(/)

    const plain = await browser.get(`${path}?format=text`)
    assert.include(plain.headers.get('content-type')!, 'text/plain')
    assert.include(plain.text, 'Anna Agent: It is <b>on its way</b>\n    [forged] line')
    assert.include(plain.text, 'Vera: Hello')
    for (const text of [page.text, plain.text]) {
      for (const inside of ['difficult', 'Secret subject', 'System']) {
        assert.notInclude(text, inside)
      }
    }
  })

  test('of another visitor there is none, and what is asked for wrongly is refused', async ({
    assert,
  }) => {
    const { world, path, browser } = await talked()
    const other = await world.guest()
    assert.equal((await other.browser.get(path)).status, 404)
    assert.equal((await other.browser.post(path)).status, 404)
    assert.equal((await browser.with({ token: null }).get(path)).status, 401)
    assert.equal((await browser.get(`${path}?format=pdf`)).status, 422)
    assert.equal((await browser.get(`${path}?zone=Mars`)).status, 422)
  })

  test('is mailed to the visitor’s own address, once, without notes', async ({ assert }) => {
    const { world, conversation, browser, path } = await talked({ email: 'vera@example.com' })
    assert.equal((await browser.post(path, { zone: 'Europe/Paris' })).status, 204)
    assert.equal((await browser.post(path, { zone: 'Europe/Paris' })).status, 204)
    const [row] = await dueFor(conversation).where('kind', 'transcript-mail')
    assert.notInclude(JSON.stringify(row.payload), 'vera')
    await after(world, { seconds: 1 })
    await after(world, { seconds: 1 })
    const mails = await mailsOf(world)
    assert.lengthOf(mails, 1)
    const [mail] = mails
    assert.equal(mail.recipient, 'Vera <vera@example.com>')
    assert.equal(mail.subject, 'Your chat with Velo Atelier')
    assert.include(mail.html, 'It is &lt;b&gt;on its way&lt;/b&gt;')
    assert.include(mail.text, '(Europe/Paris)')
    assert.notInclude(mail.html + mail.text, 'difficult')
    assert.equal(mail.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
    const request = { limit: 1, visibility: 'all' } as const
    const { messages } = await world.chat.inbox.thread(conversation, request)
    assert.equal(messages[0].content, 'Transcript sent to vera@example.com')
    assert.equal(messages[0].visibility, 'internal')
  })

  test('a second run, after a lost answer of the mail server, sends the same Message-ID', async ({
    assert,
  }) => {
    const { world, conversation, browser, path } = await talked({ email: 'vera@example.com' })
    await browser.post(path)
    const [row] = await dueFor(conversation).where('kind', 'transcript-mail')
    const kind = world.chat.dueKinds.find(({ name }) => name === 'transcript-mail')!
    const action = await DueAction.findOrFail(row.$primaryKeyValue as number)
    const { signal } = new AbortController()
    await kind.run(action, action.createdAt, signal)
    await kind.run(action, action.createdAt, signal)
    assert.lengthOf(await mailsOf(world), 1)
  })

  for (const [what, code, prepare] of [
    ['a visitor without an address', 'E_CHAT_NO_MAIL_ADDRESS', async () => {}],
    [
      'an address that has unsubscribed',
      'E_CHAT_MAIL_STOPPED',
      async ({ world, browser }: Awaited<ReturnType<typeof talked>>) => {
        await browser.post('/identify', { email: 'vera@example.com' })
        await world.chat.mails.stops.add(world.tenantId, 'vera@example.com', 'unsubscribed')
      },
    ],
  ] as const) {
    test(`nothing is mailed to ${what}`, async ({ assert }) => {
      const it = await talked()
      await prepare(it)
      const { status, json } = await it.browser.post(it.path)
      assert.equal(status, 409)
      assert.equal(json.errors[0].code, code)
      await after(it.world, { seconds: 1 })
      assert.lengthOf(await mailsOf(it.world), 0)
    })
  }

  test('is no cannon: a visitor gets three an hour, an address five a day in all', async ({
    assert,
  }) => {
    const { world, browser, path } = await talked({ email: 'victim@example.com' })
    const statuses = []
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await browser.post(path)).status)
    assert.deepEqual(statuses, [204, 204, 204, 429])
    const others = []
    for (let visitors = 0; visitors < 3; visitors += 1) {
      const { browser: next, conversation } = await world.chatting({ email: 'Victim@example.com ' })
      const answer = await next.post(`/conversations/${conversation.externalId}/transcript`)
      others.push(answer.status)
    }
    assert.deepEqual(others, [204, 204, 429])
  })

  test('agents download and mail it, by the inbox and by REST', async ({ client, assert }) => {
    const { world, conversation } = await talked({ email: 'vera@example.com' })
    const user = await world.user('employee')
    const path = `/chat/${conversation.externalId}`
    const pane = await client.get(path).loginAs(user)
    assert.include(pane.text(), `${path}/transcript`)
    const page = await client.get(`${path}/transcript`).loginAs(user)
    page.assertStatus(200)
    assert.include(page.text(), 'on its way')
    assert.notInclude(page.text(), 'difficult')
    const mailed = await client
      .post(`${path}/transcript`)
      .loginAs(user)
      .withCsrfToken()
      .accept('json')
      .json({})
    mailed.assertStatus(200)
    assert.include(mailed.body().notice, 'vera@example.com')
    await after(world, { seconds: 1 })
    assert.lengthOf(await mailsOf(world), 1)

    const api = await ApiCaller.for(user)
    const rest = `/conversations/${conversation.id}/transcript`
    const text = await api.get(`${rest}?format=text`)
    assert.equal(text.status, 200)
    assert.include(text.text, 'Vera: Hello')
    assert.equal((await api.post(rest, {})).status, 204)
    const stranger = await ApiCaller.for(await (await ChatWorld.create()).user('owner'))
    assert.equal((await stranger.get(rest)).status, 404)
  })
})
