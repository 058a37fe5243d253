import { cleanGif } from '#chat/services/attachments/clean_gif'
import { cleanJpeg } from '#chat/services/attachments/clean_jpeg'
import { cleanPng } from '#chat/services/attachments/clean_png'
import { cleanWebp } from '#chat/services/attachments/clean_webp'
import type { CleanPicture, PictureCleaner } from '#chat/services/attachments/picture_parts'
import { FileBroken, PictureTooLarge } from '#chat/exceptions/chat_errors'
import { KeyedQueue } from '#chat/support/keyed_queue'

/** Pixels along the longer side of a preview. */
const PREVIEW_SIDE = 640

const CLEANERS: Record<string, PictureCleaner> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
}

type Sharp = typeof import('sharp')

/** Cleans pictures and makes previews of them; where the host has no `sharp`, there are none. */
export class Pictures {
  #queue = new KeyedQueue()
  #sharp?: Promise<Sharp | null>

  /** @param maxPixels of width by height: more are never decoded */
  constructor(protected maxPixels: number) {}

  /**
   * A picture without EXIF and other metadata, and its size as it is shown.
   *
   * @throws FileBroken when it is damaged
   * @throws PictureTooLarge when it has more pixels than a browser should decode
   */
  clean(bytes: Buffer, mediaType: string): CleanPicture {
    const cleaned = CLEANERS[mediaType](bytes)
    if (!cleaned) throw new FileBroken()
    const { width, height, isTurned } = cleaned
    if (width * height > this.maxPixels) throw new PictureTooLarge()
    return isTurned ? { ...cleaned, width: height, height: width } : cleaned
  }

  /**
   * A small WebP of a cleaned picture, or null without `sharp`. Pictures are decoded one after the other: each takes as much
   * memory as it has pixels.
   *
   * @throws FileBroken when it cannot be decoded
   */
  async preview(bytes: Buffer): Promise<Buffer | null> {
    const sharp = await this.#library()
    if (!sharp) return null
    const draw = () =>
      sharp
        .default(bytes, { limitInputPixels: this.maxPixels, failOn: 'error' })
        .rotate()
        .resize({
          width: PREVIEW_SIDE,
          height: PREVIEW_SIDE,
          fit: 'inside',
          withoutEnlargement: true,
        })
        .webp({ quality: 80 })
        .toBuffer()
    try {
      return await this.#queue.run('preview', draw)
    } catch {
      throw new FileBroken()
    }
  }

  #library() {
    this.#sharp ??= import('sharp').catch(() => null)
    return this.#sharp
  }
}
