import { test } from '@japa/runner'
import User from '#crm/models/user'
import { RecordPanelBuilder } from '#chat/presenters/record_panel'
import { ApiCaller } from '#tests/helpers/api_caller'
import { InboxClient } from '#tests/helpers/inbox_client'
import { allButSeeingAll, restricted } from './restricted.js'

test.group('Visitors in the sight of an agent who does not see all chats', () => {
  test('visitors are known by conversations in sight, or as long as they have none', async ({
    assert,
  }) => {
    const { annaUser, blog, inside, outside, world } = await restricted()
    const api = await ApiCaller.for(annaUser)
    const here = await world.guest({ name: 'Hal Here' })
    const there = await world.guest({ name: 'Tom There' }, blog)
    const known = [...inside, here].map(({ visitor }) => visitor.externalId)
    const { json } = await api.get('/visitors')
    assert.sameMembers(
      json.data.map(({ uuid }: { uuid: string }) => uuid),
      known
    )
    for (const { visitor } of [...outside, there]) {
      for (const path of [visitor.externalId, visitor.id, `${visitor.id}/page-views`]) {
        assert.equal((await api.get(`/visitors/${path}`)).status, 404)
      }
    }
    for (const uuid of known) assert.equal((await api.get(`/visitors/${uuid}`)).status, 200)
  })

  test('blocked visitors are listed and unblocked as far as they are in sight', async ({
    assert,
    client,
  }) => {
    const scene = await restricted()
    const { annaUser, bob, inside, outside, world } = scene
    const { blocks } = world.chat.visitors
    for (const { visitor } of [inside[0], outside[0]]) await blocks.block(visitor, bob)
    const api = await ApiCaller.for(annaUser)
    await allButSeeingAll(scene, annaUser, async () => {
      const { json } = await api.get('/blocked-visitors')
      assert.deepEqual(
        json.data.map(({ visitor }: any) => visitor.uuid),
        [inside[0].visitor.externalId]
      )
      const page = await client.get('/settings/chat-blocked').loginAs(annaUser)
      page.assertTextIncludes(inside[0].visitor.name!)
      assert.notInclude(page.text(), outside[0].visitor.name!)
      for (const [{ visitor }, status] of [
        [outside[0], 404],
        [inside[0], 302],
      ] as const) {
        const unblock = client.post(`/settings/chat-blocked/${visitor.externalId}/unblock`)
        const answer = await unblock.withCsrfToken().loginAs(annaUser).redirects(0)
        assert.equal(answer.status(), status)
      }
    })
    assert.isNotNull((await outside[0].visitor.refresh()).blockedAt)
    assert.isNull((await inside[0].visitor.refresh()).blockedAt)
  })

  test('a visitor’s earlier conversations and a person’s panel show those in sight', async ({
    assert,
    client,
  }) => {
    const { anna, annaUser, bob, inside, shop, support, world } = await restricted()
    const [{ conversation: earlier, visitor }] = inside
    await world.chat.conversations.close(earlier, bob)
    await world.chat.conversations.archive(earlier, bob)
    await (
      await world.stored(earlier)
    )
      .merge({ departmentId: support.id, visitorId: visitor.id })
      .save()
    const person = await world.chat.crm.promoteToPerson(await world.stored(earlier), bob)

    const panel = new RecordPanelBuilder(world.chat)
    const record = { tenantId: world.tenantId, personId: person.id }
    assert.isNull(await panel.state({ ...record, viewerId: anna.userId }))
    assert.lengthOf((await panel.state({ ...record, viewerId: bob.userId }))!.rows, 1)

    const { conversation: latest } = inside[1]
    await latest.merge({ visitorId: visitor.id, widgetId: shop.id }).save()
    const contextFor = async (user: User) => {
      const inbox = new InboxClient(client, user)
      return (await inbox.ask(`/${latest.externalId}/context`)).body().context as string
    }
    assert.notInclude(await contextFor(annaUser), earlier.externalId)
    const bobUser = await User.findOrFail(Number(bob.userId))
    assert.include(await contextFor(bobUser), earlier.externalId)
  })
})
