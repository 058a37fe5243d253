import type { AvailabilityJson } from '#chat/transformers/json/visitor_json'

/** The settings of a widget that visitors may know. */
export interface WidgetConfigJson extends AvailabilityJson {
  key: string
  /** Base of every API address. */
  api: string
  primary_color: string
  text_color: string
  position: string
  border_radius: number
  logo_url: string | null
  theme: 'auto' | 'light' | 'dark'
  show_branding: boolean
  welcome_title: string
  welcome_message: string
  input_placeholder: string
  offline_message: string
  collect_name: boolean
  collect_email: boolean
  contact_required: boolean
  sound_enabled: boolean
  ask_rating: boolean
  /** The extensions of files that visitors can send, as a file picker takes them; empty where they can send none. */
  accept: string
  max_file_megabytes: number
  /** What visitors agree to first; null asks for no consent. */
  consent_text: string | null
  consent_link: string | null
  consent_version: string
  /** Whether pages are recorded before the visitor opens the chat. */
  track: boolean
  /** Whether its visitors are logged-in users of the page around the chat. */
  signed_in: boolean
  max_length: number
  time_zone: string | null
}

/** What the document of the frame has besides, what the frame knows on its own, or what it asks for with the first file. */
export const NOT_IN_FRAME = [
  'position',
  'launcher_size',
  'launcher_icon',
  'theme',
  'time_zone',
  'accept',
  'max_file_megabytes',
] as const

/** The settings of a widget that its frame reads. */
export interface FrameConfigJson extends Omit<WidgetConfigJson, (typeof NOT_IN_FRAME)[number]> {
  /** The address of what the frame loads later. */
  later: string
  /** Where visitors can send no files; left out where they can. */
  no_files?: true
  /** The address of what sends and shows files. */
  files: string
}
