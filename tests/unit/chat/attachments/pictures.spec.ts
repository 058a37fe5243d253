import { test } from '@japa/runner'
import sharp from 'sharp'
import { FileBroken, PictureTooLarge } from '#chat/exceptions/chat_errors'
import { Pictures } from '#chat/services/attachments/pictures'
import { HTML, pictureAs, pngOf, SECRET, sidewaysPhoto } from '#tests/helpers/sample_files'

const pictures = new Pictures(50_000_000)

test.group('Pictures', () => {
  test('lose what they tell beside the picture, and stay as they look', async ({ assert }) => {
    const photo = await sidewaysPhoto()
    assert.include(photo.toString('latin1'), SECRET)
    const { bytes, width, height } = pictures.clean(photo, 'image/jpeg')
    assert.notInclude(bytes.toString('latin1'), SECRET)
    assert.deepEqual([width, height], [200, 300])
    const meta = await sharp(bytes).metadata()
    assert.deepEqual([meta.width, meta.height, meta.orientation], [300, 200, 6])
    const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer()
    assert.isTrue((await pixels(photo)).equals(await pixels(bytes)))
  })

  test('of every kind are shown as before', async ({ assert }) => {
    const png = pngOf(30, 20)
    const all = {
      'image/png': png,
      'image/webp': await pictureAs('webp'),
      'image/gif': await pictureAs('gif'),
    }
    for (const [mediaType, picture] of Object.entries(all)) {
      const { bytes, width, height } = pictures.clean(picture, mediaType)
      assert.notInclude(bytes.toString('latin1'), SECRET)
      const meta = await sharp(bytes).metadata()
      assert.deepEqual([meta.width, meta.height], [width, height], mediaType)
      assert.isTrue(
        (await sharp(picture).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())
      )
    }
  })

  test('lose another file that was hidden in or behind them', async ({ assert }) => {
    const all: [string, Buffer][] = [
      ['image/png', pngOf(4, 4)],
      ['image/jpeg', await sidewaysPhoto()],
      ['image/webp', await pictureAs('webp')],
      ['image/gif', await pictureAs('gif')],
    ]
    for (const [mediaType, picture] of all) {
      const { bytes } = pictures.clean(Buffer.concat([picture, HTML]), mediaType)
      assert.notInclude(bytes.toString('latin1'), '<script', mediaType)
    }
  })

  test('are refused by their size before anything decodes them', async ({ assert }) => {
    const clean = () => pictures.clean(pngOf(50_000, 50_000, 1), 'image/png')
    assert.throws(clean, PictureTooLarge)
    const webp = await pictureAs('webp')
    const huge = Buffer.concat([
      webp.subarray(0, 12),
      Buffer.from('VP8X\x0a\0\0\0\0\0\0\0\x4f\xc3\0\x4f\xc3\0', 'latin1'),
      webp.subarray(12),
    ])
    huge.writeUInt32LE(huge.length - 8, 4)
    assert.throws(() => pictures.clean(huge, 'image/webp'), PictureTooLarge)
  })

  test('are refused when they are damaged, wherever they are cut', async ({ assert }) => {
    const all: [string, Buffer][] = [
      ['image/png', pngOf(8, 8)],
      ['image/jpeg', await sidewaysPhoto(20, 20)],
      ['image/webp', await pictureAs('webp')],
      ['image/gif', await pictureAs('gif')],
    ]
    for (const [mediaType, picture] of all) {
      for (let end = 0; end < picture.length; end += 7) {
        try {
          pictures.clean(Buffer.from(picture.subarray(0, end)), mediaType)
        } catch (error) {
          assert.instanceOf(error, FileBroken, `${mediaType} up to ${end}`)
        }
      }
    }
  })

  test('get a small preview, turned as the picture is shown', async ({ assert }) => {
    const { bytes } = pictures.clean(await sidewaysPhoto(2000, 1000), 'image/jpeg')
    const preview = (await pictures.preview(bytes))!
    const { width, height, format } = await sharp(preview).metadata()
    assert.deepEqual([width, height, format], [320, 640, 'webp'])
  })

  test('that only say that they are pictures get none', async ({ assert }) => {
    await assert.rejects(() => pictures.preview(pngOf(500, 500, 3)))
  })
})
