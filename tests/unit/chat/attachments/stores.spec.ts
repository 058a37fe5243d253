import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { S3Driver } from 'flydrive/drivers/s3'
import { DriveStore } from '#chat/host/drive_store'
import { FolderStore } from '#chat/host/folder_store'
import { startS3 } from '#tests/helpers/s3_server'

const KEY = 'ab/abcdef-01.preview'

test.group('What keeps files', () => {
  test('keeps, replaces, reads and deletes by key', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'files-'))
    const location = new URL(`file://${folder}/drive/`)
    const drive = new Disk(new FSDriver({ location, visibility: 'private' }))
    const s3 = await startS3()
    cleanup(() => s3.close())
    const bucket = new Disk(new S3Driver(s3.options))
    const path = join(folder, 'file')
    const stores = [new DriveStore(drive), new DriveStore(bucket)]
    for (const store of [new FolderStore(join(folder, 'own')), ...stores]) {
      assert.isNull(await store.read(KEY))
      for (const content of ['first', 'second']) {
        await writeFile(path, content)
        await store.put(KEY, path)
        assert.equal(await text((await store.read(KEY))!), content)
      }
      await store.delete(KEY)
      await store.delete(KEY)
      assert.isNull(await store.read(KEY))
    }
    assert.deepEqual(await readdir(join(folder, 'own', 'ab')), [])
  })
})
