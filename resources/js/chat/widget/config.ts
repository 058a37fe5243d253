/** What the server tells the frame about its widget. */
export interface WidgetConfig {
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
  max_length: number
  online: boolean
  next_open_at: string | null
  closes_at: string | null
  time_zone: string | null
  /** True when pages are recorded before the visitor opens the chat. */
  track?: boolean
}

/** Reads the configuration that the page carries as a data block. */
export function readConfig(): WidgetConfig {
  return JSON.parse(document.getElementById('chat-config')!.textContent!)
}
