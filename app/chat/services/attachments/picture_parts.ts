/** A picture without its metadata: place, time, camera and author. */
export interface CleanPicture {
  /** In pixels, as stored. */
  width: number
  height: number
  bytes: Buffer
  /** Whether it is shown on its side, so that width and height change places. */
  isTurned?: boolean
}

/** Removes everything from a picture that is not needed to show it; null when it is damaged. */
export type PictureCleaner = (bytes: Buffer) => CleanPicture | null
