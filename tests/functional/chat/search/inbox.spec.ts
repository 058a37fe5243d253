import { test } from '@japa/runner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { InboxClient } from '#tests/helpers/inbox_client'
import { lengthen, saying } from './library.js'

const ids = (html: string) => [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)
const seqs = (html: string) =>
  [...html.matchAll(/data-seq="([1-9]\d*)"/g)].map(([, seq]) => Number(seq))

test.group('Search in the inbox', () => {
  test('is a plain form that finds what has ended as well, and keeps the other filters', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const agent = await world.agent('Anna', user)
    const closed = await saying(world, 'Where is my refund?', { name: 'Jane' })
    await world.chat.conversations.close(closed, agent)
    await saying(world, 'Hello')

    const form = (await inbox.page('?filter=mine&priority=high')).text()
    assert.match(form, /<form[^>]*role="search" method="get" action="\/chat"/)
    assert.include(form, '<input type="hidden" name="filter" value="all">')
    assert.include(form, '<input type="hidden" name="priority" value="high">')

    const page = (await inbox.page('?q=refund')).text()
    assert.deepEqual(ids(page), [closed.externalId])
    assert.include(page, 'Where is my <mark>refund</mark>?')
    assert.include(page, 'value="refund"')
    assert.match(page, /filter=all&amp;q=refund"[^>]*aria-current=true/)
    assert.include(page, 'role="status" data-region="found">1 conversation found</p>')
    assert.deepEqual(ids((await inbox.page('?q=refund&filter=open')).text()), [])
  })

  test('marks the matches and escapes everything', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const evil = '"><img src=x onerror=alert(1)>'
    await saying(world, `needle${evil}`, { name: `Bad${evil}`, email: 'bad@needle.example' })
    for (const q of ['needle', 'bad', '<img', '"><img', 'onerror=alert(1)>', evil]) {
      const html = (await inbox.page(`?q=${encodeURIComponent(q)}`)).text()
      assert.lengthOf(ids(html), 1, q)
      assert.include(html, '<mark>', q)
      assert.notInclude(html, '<img', q)
    }
    const html = (await inbox.page(`?q=${encodeURIComponent('<mark>x</mark>')}`)).text()
    assert.notInclude(html, '<mark>')
    assert.include(html, 'No matches')
  })

  test('shows notes as notes', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const conversation = await saying(world, 'Hello')
    await world.reply(conversation, await world.agent('Anna', user), 'A secret platypus', true)
    const html = (await inbox.page('?q=platypus')).text()
    assert.match(html, /Note:<\/span>\s*A secret <mark>platypus<\/mark>/)
  })

  test('takes nonsense for no search, and never fails', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const { externalId } = await saying(world, 'Hello')
    for (const query of ['q=', 'q=%20', 'q[]=a', 'q[a]=b', 'q=a&q=b', 'q=%00', 'q=%ED%A0%80']) {
      for (const path of ['', '/list', `/rows?ids=${externalId}&`]) {
        const url = path.includes('?') ? path + query : `${path}?${query}`
        const answer = await (path ? inbox.ask(url) : inbox.page(url))
        answer.assertStatus(200)
      }
    }
    for (const query of [`q=${'x'.repeat(4000)}`, `q=${'%25'.repeat(300)}`, 'q=a&cursor=x&at=y']) {
      ;(await inbox.page(`?${query}`)).assertStatus(200)
      ;(await inbox.page(`/${externalId}?${query}`)).assertStatus(200)
    }
    assert.deepEqual(ids((await inbox.page('?q[]=a')).text()), [externalId])
  })

  test('keeps single rows in step: those that match, and the ids that do not', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const wanted = await saying(world, 'A needle')
    const other = await saying(world, 'A haystack')
    const asked = `ids=${wanted.externalId},${other.externalId}`
    const { html, gone, counts } = (await inbox.ask(`/rows?${asked}&filter=all&q=needle`)).body()
    assert.deepEqual(ids(html), [wanted.externalId])
    assert.include(html, 'A <mark>needle</mark>')
    assert.deepEqual(gone, [other.externalId])
    assert.deepEqual(counts, { open: '', mine: '', unassigned: '' })
  })

  test('is kept by a saved view', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const user = await world.user()
    const inbox = new InboxClient(client, user)
    const saved = await inbox.send('/views?q=Bug%20report&filter=open', { name: 'Bugs' })
    saved.assertStatus(200)
    const [view] = await world.chat.inbox.views.list(await world.agent('Anna', user))
    assert.deepEqual(view.filters, { filter: 'open', q: 'Bug report' })
    const page = (await inbox.page('')).text()
    assert.match(page, /href="\/chat\?filter=open&amp;q=Bug\+report"[^>]*>.*Bugs/s)
  })
})

test.group('A thread opened at a message', () => {
  test('shows what stands around it, marked, with ways on in both directions', async ({
    client,
    assert,
  }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const conversation = await saying(world, 'First of all')
    const texts = Array.from({ length: 3000 }, (_, index) => `Line ${index + 2} <b>`)
    texts[998] = 'The needle <b>'
    await lengthen(conversation, texts)
    const id = conversation.externalId

    const list = (await inbox.page('?q=needle')).text()
    assert.include(list, `href="/chat/${id}?filter=all&amp;q=needle&amp;at=1000#message-1000"`)
    const page = (await inbox.page(`/${id}?filter=all&q=needle&at=1000`)).text()
    const around = Array.from({ length: 50 }, (_, index) => 976 + index)
    assert.deepEqual(seqs(page), around)
    assert.match(page, /id="message-1000" data-match/)
    assert.include(page, 'The <mark>needle</mark> &lt;b&gt;')
    assert.include(page, 'data-has-older="yes"')
    assert.include(page, 'data-has-newer="yes"')
    assert.include(page, 'data-newest-seq="3001"')
    assert.include(page, `?filter=all&amp;q=needle&amp;at=976#message-976">Earlier`)
    assert.include(page, `?filter=all&amp;q=needle&amp;at=1025#message-1025">Later`)

    const pane = (await inbox.ask(`/${id}/pane?q=needle&at=1000`)).body()
    assert.deepEqual(seqs(pane.html), around)
    const newer = (await inbox.ask(`/${id}/messages?after=1025`)).body()
    assert.equal(newer.first_seq, 1026)
    assert.isTrue(newer.has_more)
  }).timeout(20_000)

  test('near either end goes no further', async ({ client, assert }) => {
    const world = await ChatWorld.create()
    const inbox = new InboxClient(client, await world.user())
    const conversation = await saying(world, 'First')
    await lengthen(
      conversation,
      Array.from({ length: 59 }, (_, index) => `Line ${index}`)
    )
    const at = async (seq: number | string) => {
      const html = (await inbox.page(`/${conversation.externalId}?at=${seq}`)).text()
      const [, older] = /data-has-older="(\w+)"/.exec(html)!
      const [, newer] = /data-has-newer="(\w+)"/.exec(html)!
      const shown = seqs(html)
      return [shown[0], shown.at(-1), older, newer]
    }
    assert.deepEqual(await at(1), [1, 26, 'no', 'yes'])
    assert.deepEqual(await at(60), [36, 60, 'yes', 'no'])
    assert.deepEqual(await at(999999999), [36, 60, 'yes', 'no'])
    for (const nonsense of ['0', '-1', 'x', '1.5', '1e3', '99999999999']) {
      assert.deepEqual(await at(nonsense), [11, 60, 'yes', 'no'], nonsense)
    }
  })
})
