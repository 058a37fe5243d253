import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import db from '@adonisjs/lucid/services/db'
import User from '#crm/models/user'
import { AgentBrowser } from '#tests/helpers/agent_browser'
import { ChatWorld } from '#tests/helpers/chat_world'
import { EventStream } from '#tests/helpers/event_stream'
import { tuneStreams } from '#tests/helpers/visitor_stream'
import { ownServer } from '#tests/helpers/widget_client'

const TOKENS = 'auth_access_tokens'

/** A beat is fast here; a stream that outlives two of them is not about to end. */
async function scene(cleanup: TestContext['cleanup']) {
  await tuneStreams(cleanup, { heartbeatSeconds: 0.2 })
  const world = await ChatWorld.create()
  const user = await world.user()
  const browser = await AgentBrowser.logIn(user)

  const opened = async (opening: Promise<EventStream>) => {
    const stream = await opening
    cleanup(() => stream.close())
    await stream.frame('chat.heartbeat')
    return stream
  }
  const token = async () => {
    const made = await User.accessTokens.create(user)
    const authorization = `Bearer ${made.value!.release()}`
    const url = `${ownServer()}/api/v1/live-chat/events?background=1`
    const stream = await EventStream.open(url, { authorization })
    cleanup(() => stream.close())
    await stream.frame('chat.ready')
    return { stream, row: () => db.from(TOKENS).where('id', Number(made.identifier)) }
  }
  return { world, user, browser, opened, token }
}

const beats = ({ frames }: EventStream) =>
  frames.filter(({ event }) => event === 'chat.heartbeat').length

/** That it has gone on for two beats more. */
async function goesOn(stream: EventStream) {
  const before = beats(stream)
  await stream.frame(() => beats(stream) >= before + 2)
}

test.group("A CRM user's stream", () => {
  test('ends with the beat after its token was withdrawn or has expired, and no other stream of theirs', async ({
    assert,
    cleanup,
  }) => {
    const { browser, opened, token } = await scene(cleanup)
    const own = await opened(browser.stream())
    const [withdrawn, expired, kept] = [await token(), await token(), await token()]
    await withdrawn.row().delete()
    await expired.row().update({ expires_at: new Date(Date.now() - 1000) })
    const before = beats(own)
    await Promise.all([withdrawn.stream.ended(2000), expired.stream.ended(2000)])
    assert.isAtMost(beats(own) - before, 2)
    assert.equal(withdrawn.stream.frames.at(-1)!.event, 'chat.stream.end')
    await goesOn(own)
    assert.isFalse(kept.stream.isOver)
  })

  test('ends with the beat after another process has ended its session, while tokens go on', async ({
    assert,
    cleanup,
  }) => {
    const { world, user, browser, opened, token } = await scene(cleanup)
    const own = await opened(browser.stream())
    const background = await browser.stream('/chat/events?background=1')
    cleanup(() => background.close())
    const colleague = await opened((await AgentBrowser.logIn(await world.user())).stream())
    const program = await token()
    const stranger = await User.findOrFail(user.id)
    await stranger.endSessions()
    const before = beats(colleague)
    await Promise.all([own.ended(2000), background.ended(2000)])
    assert.isAtMost(beats(colleague) - before, 2)
    await goesOn(colleague)
    assert.isFalse(program.stream.isOver)
    assert.oneOf((await browser.copy().stream()).status, [401, 404])
  })

  test('ends with the beat after its user lost the permission or moved to another tenant', async ({
    assert,
    cleanup,
  }) => {
    const { world, user, browser, opened } = await scene(cleanup)
    const mover = await world.user()
    const streams = [
      await opened(browser.stream()),
      await opened((await AgentBrowser.logIn(mover)).stream()),
      await opened((await AgentBrowser.logIn(await world.user())).stream()),
    ]
    await User.query().where('id', user.id).update({ role: 'guest' })
    await User.query().where('id', mover.id).update({ tenant_id: 'elsewhere' })
    await Promise.all([streams[0].ended(2000), streams[1].ended(2000)])
    await goesOn(streams[2])
    assert.isFalse(streams[2].isOver)
  })

  test('costs no read of its own: one of users and one of tokens serve all of a process', async ({
    assert,
    cleanup,
  }) => {
    const { browser, opened, token } = await scene(cleanup)
    const streams = await Promise.all(Array.from({ length: 6 }, () => opened(browser.stream())))
    await Promise.all([token(), token(), token()])
    const reads = { users: 0, tokens: 0 }
    const client = db.connection().getWriteClient()
    const note = ({ sql = '' }: { sql?: string }) => {
      if (/from .users/.test(sql)) reads.users += 1
      if (sql.includes(TOKENS)) reads.tokens += 1
    }
    const before = beats(streams[0])
    client.on('query', note)
    cleanup(() => void client.removeListener('query', note))
    await streams[0].frame(() => beats(streams[0]) >= before + 5)
    assert.isAtLeast(reads.users, 4)
    assert.isAtMost(reads.users, 7)
    assert.isAtMost(reads.tokens, 7)
  })
})
