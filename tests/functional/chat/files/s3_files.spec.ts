import { randomUUID } from 'node:crypto'
import type { TestContext } from '@japa/runner/core'
import { test } from '@japa/runner'
import Attachment from '#chat/models/attachment'
import Erasure from '#chat/models/erasure'
import type { DriveOptions } from '#chat/host/drive_store'
import { keyOf } from '#chat/services/attachments/file_keys'
import { ChatWorld, type Guest } from '#tests/helpers/chat_world'
import { after, withoutDueWorker } from '#tests/helpers/due_actions'
import { useS3 } from '#tests/helpers/other_files'
import { PDF, pngOf } from '#tests/helpers/sample_files'

/** A world whose files are in a bucket of its own. */
async function worldOnS3(cleanup: TestContext['cleanup'], options?: DriveOptions) {
  const s3 = await useS3(cleanup, options)
  return { ...s3, world: await ChatWorld.create() }
}

const upload = ({ browser }: Guest, bytes: Buffer, name: string, id?: string) =>
  browser.upload(new Uint8Array(bytes), name, id)

/** A picture and a document that the visitor has sent, as they are stored. */
async function sentBy(guest: Guest) {
  const all = [
    await upload(guest, pngOf(800, 600), 'bike.png'),
    await upload(guest, PDF, 'invoice.pdf'),
  ]
  const attachments = all.map(({ json }) => json.id as string)
  const body = { attachments, content: 'Here', client_message_id: randomUUID() }
  const { json } = await guest.browser.post('/conversations', body)
  const rows = await Promise.all(
    attachments.map((id) => Attachment.findByOrFail('external_id', id))
  )
  return { conversation: json.conversation.id as string, picture: rows[0], document: rows[1] }
}

test.group('Files on S3', (group) => {
  group.setup(withoutDueWorker)

  test('are kept privately, opened as from a folder, and really gone when they are erased', async ({
    assert,
    cleanup,
  }) => {
    const { world, bucket } = await worldOnS3(cleanup)
    const [guest, neighbour] = [await world.guest(), await world.guest()]
    const { picture, document } = await sentBy(guest)
    const others = await sentBy(neighbour)
    const keysOf = (...files: Attachment[]) =>
      files.flatMap((file) => [keyOf(file), ...(file.hasPreview ? [`${keyOf(file)}.preview`] : [])])
    const kept = keysOf(picture, document, others.picture, others.document)
    assert.lengthOf(kept, 6)
    assert.deepEqual(bucket.keys, kept.sort())
    for (const { acl } of bucket.objects.values()) assert.equal(acl, 'private')

    const opened = await guest.browser.open(document.externalId)
    assert.isTrue(opened.bytes.equals(PDF))
    assert.equal(opened.headers.get('content-length'), String(PDF.length))
    const preview = await guest.browser.open(picture.externalId, '?preview=1')
    assert.equal(preview.headers.get('content-type'), 'image/webp')
    assert.equal((await neighbour.browser.open(document.externalId)).status, 404)

    const { id } = await world.chat.erasure.begin(guest.visitor, await world.agent())
    bucket.mood = 'busy'
    await after(world, { seconds: 1 })
    assert.lengthOf(bucket.keys, 6)
    bucket.mood = 'serving'
    for (let hours = 1; !(await Erasure.findOrFail(id)).finishedAt; hours++) {
      await after(world, { hours })
    }
    assert.deepEqual(bucket.keys, keysOf(others.picture, others.document).sort())
  })

  test('that are missing there are not found', async ({ assert, cleanup }) => {
    const { world, bucket } = await worldOnS3(cleanup, { signedSeconds: 60 })
    const guest = await world.guest()
    const { document } = await sentBy(guest)
    bucket.objects.clear()
    const { status, bytes } = await guest.browser.open(document.externalId)
    assert.equal(status, 404)
    assert.include(bytes.toString(), 'E_CHAT_FILE_NOT_FOUND')
    const asked = await guest.browser.get(`/files/${document.externalId}/address`)
    assert.deepEqual(asked.json, { url: null })
  })

  test('are saved from there by an address that ends, pictures from the chat alone', async ({
    assert,
    cleanup,
    client,
  }) => {
    const { world, bucket } = await worldOnS3(cleanup, { signedSeconds: 60 })
    const [guest, neighbour] = [await world.guest(), await world.guest()]
    const { picture, document } = await sentBy(guest)
    const path = `/files/${document.externalId}/address`
    assert.equal((await neighbour.browser.get(path)).status, 404)
    assert.equal((await guest.browser.with({ token: null }).get(path)).status, 401)
    const ofPicture = await guest.browser.get(`/files/${picture.externalId}/address`)
    assert.deepEqual(ofPicture.json, { url: null })

    const { url } = (await guest.browser.get(path)).json
    const saved = await fetch(url, { headers: { Range: 'bytes=5-' } })
    assert.equal(saved.status, 206)
    assert.isTrue(Buffer.from(await saved.arrayBuffer()).equals(PDF.subarray(5)))
    assert.equal(saved.headers.get('content-type'), 'application/pdf')
    assert.equal(
      saved.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''invoice.pdf"
    )
    const other = url.replace(keyOf(document), keyOf(picture))
    assert.equal((await fetch(other)).status, 403)
    assert.equal((await fetch(url.replace('attachment', 'inline'))).status, 403)
    bucket.ahead = 30_000
    assert.equal((await fetch(url)).status, 200)
    bucket.ahead = 61_000
    assert.equal((await fetch(url)).status, 403)
    bucket.ahead = 0

    const user = await world.user('admin')
    const follow = (file: Attachment, mode: string) =>
      client
        .get(`/chat/files/${file.externalId}`)
        .header('Sec-Fetch-Mode', mode)
        .redirects(0)
        .loginAs(user)
    const followed = await follow(document, 'navigate')
    followed.assertStatus(302)
    followed.assertHeader('cache-control', 'private, no-store')
    assert.equal((await fetch(followed.header('location')!)).status, 200)
    ;(await follow(document, 'no-cors')).assertStatus(200)
    const shown = await follow(picture, 'navigate')
    shown.assertStatus(200)
    shown.assertHeader('content-security-policy', "default-src 'none'; sandbox")
  })

  test('are refused in words while it is away, and kept once when they are sent again', async ({
    assert,
    cleanup,
  }) => {
    const { world, bucket, close } = await worldOnS3(cleanup)
    const guest = await world.guest()
    const { document, conversation } = await sentBy(guest)
    const id = randomUUID()
    bucket.mood = 'busy'
    const refused = await upload(guest, PDF, 'again.pdf', id)
    assert.equal(refused.status, 503)
    assert.equal(refused.json.errors[0].code, 'E_CHAT_FILES_AWAY')
    assert.include(refused.json.errors[0].message, 'try again later')
    assert.equal((await guest.browser.open(document.externalId)).status, 503)
    assert.equal((await guest.browser.say(conversation, 'Still here')).status, 201)

    bucket.mood = 'serving'
    const kept = await upload(guest, PDF, 'again.pdf', id)
    assert.oneOf(kept.status, [200, 201])
    assert.lengthOf(await Attachment.query().where('upload_id', id), 1)
    assert.isTrue((await guest.browser.open(kept.json.id)).bytes.equals(PDF))

    bucket.mood = 'breaking off'
    await assert.rejects(() => guest.browser.open(document.externalId))
    await close()
    assert.equal((await upload(guest, PDF, 'more.pdf')).status, 503)
    assert.equal((await guest.browser.open(document.externalId)).status, 503)
  })
})
