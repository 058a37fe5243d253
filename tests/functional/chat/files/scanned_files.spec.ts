import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import Attachment from '#chat/models/attachment'
import { ClamdScanner } from '#chat/host/clamd_scanner'
import { ChatWorld } from '#tests/helpers/chat_world'
import { startClamd } from '#tests/helpers/clamd'
import { useFileTools } from '#tests/helpers/other_files'
import { PDF } from '#tests/helpers/sample_files'

const MALWARE = 'malware of this test'

test.group('Files that are scanned (W19)', () => {
  test('are kept after their verdict, and refused in words without one', async ({
    assert,
    cleanup,
  }) => {
    const clamd = await startClamd(MALWARE)
    const scanner = new ClamdScanner(clamd.address)
    await useFileTools({ scanner }, cleanup)
    const world = await ChatWorld.create()
    const { browser } = await world.guest()
    const upload = (bytes: Buffer, id: string = randomUUID()) =>
      browser.upload(new Uint8Array(bytes), 'invoice.pdf', id)
    const kept = () => Attachment.query().where('tenant_id', world.tenantId)

    const infected = await upload(Buffer.concat([PDF, Buffer.from(MALWARE)]))
    assert.equal(infected.status, 422)
    assert.equal(infected.json.errors[0].code, 'E_CHAT_FILE_INFECTED')
    assert.equal(infected.json.errors[0].message, 'This file contains malware')
    assert.lengthOf(await kept(), 0)

    assert.equal((await upload(PDF)).status, 201)
    assert.equal(clamd.scanned(), 2)
    const id = randomUUID()
    await clamd.close()
    const unscanned = await upload(PDF, id)
    assert.equal(unscanned.status, 503)
    assert.equal(unscanned.json.errors[0].code, 'E_CHAT_FILE_NOT_SCANNED')
    assert.lengthOf(await kept(), 1)
  })
})
