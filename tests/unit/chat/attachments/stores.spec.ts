import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import { DriveStore } from '#chat/host/drive_store'
import { FolderStore } from '#chat/host/folder_store'

const KEY = 'ab/abcdef-01.preview'

test.group('What keeps files', () => {
  test('keeps, replaces, reads and deletes by key', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'files-'))
    const location = new URL(`file://${folder}/drive/`)
    const drive = new Disk(new FSDriver({ location, visibility: 'private' }))
    const path = join(folder, 'file')
    for (const store of [new FolderStore(join(folder, 'own')), new DriveStore(drive)]) {
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
