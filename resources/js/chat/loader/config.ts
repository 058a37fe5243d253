/** What the server puts in the place of `__CRM_CHAT_CONFIG__` when it serves the loader. */
export interface LoaderConfig {
  key: string
  /** Origin and base path of the CRM. */
  origin: string
  title: string
  primary_color: string
  text_color: string
  position: string
  border_radius: number
  launcher_size: number
  launcher_icon: string
  allowed_origins: string[]
  track: boolean
}

declare const __CRM_CHAT_CONFIG__: LoaderConfig

export const config = __CRM_CHAT_CONFIG__
