/** What the server puts in the place of `__CRM_CHAT_CONFIG__` when it serves the loader. */
export interface LoaderConfig {
  key: string
  /** Origin and base path of the CRM. */
  origin: string
  /** This widget's own part of the stylesheet. */
  styles: string
  /** The path of the launcher's icon, in a box of 24 × 24. */
  icon: string
  allowed_origins: string[]
  track: boolean
}

declare const __CRM_CHAT_CONFIG__: LoaderConfig

export const config = __CRM_CHAT_CONFIG__
