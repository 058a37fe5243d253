import Alpine from '@alpinejs/csp'
import { WEEKDAYS } from '../../../../app/chat/models/widget_values.js'

/** The opening times of one day; `HH:mm`, or empty while they are being typed. */
export interface Day {
  enabled: boolean
  start: string
  end: string
}

export interface Hours {
  enabled: boolean
  timezone: string
  days: Day[]
}

const HEX = /^#[0-9a-f]{6}$/i

function isHttps(address: string) {
  try {
    return new URL(address).protocol === 'https:'
  } catch {
    return false
  }
}

/** The form's values, with undrawable ones replaced by defaults. */
export function readValues(form: HTMLFormElement) {
  const data = new FormData(form)
  const text = (name: string) => String(data.get(name) ?? '')
  const colour = (name: string, otherwise: string) =>
    HEX.test(text(name)) ? text(name) : otherwise
  const pixels = (name: string, from: number, to: number) =>
    Math.min(to, Math.max(from, Math.round(Number(text(name)) || 0)))

  return {
    primary_color: colour('primary_color', '#2563eb'),
    text_color: colour('text_color', '#ffffff'),
    position: text('position') || 'bottom-right',
    border_radius: pixels('border_radius', 0, 32),
    launcher_size: pixels('launcher_size', 40, 80),
    launcher_icon: text('launcher_icon') || 'chat',
    logo_url: isHttps(text('logo_url')) ? text('logo_url') : '',
    theme: text('theme') || 'auto',
    welcome_title: text('welcome_title'),
    welcome_message: text('welcome_message'),
    input_placeholder: text('input_placeholder'),
    offline_message: text('offline_message'),
    collect_name: data.has('collect_name'),
    collect_email: data.has('collect_email'),
    contact_required: data.has('contact_required'),
    show_branding: data.has('show_branding'),
    sound_enabled: data.has('sound_enabled'),
    ask_rating: data.has('ask_rating'),
    hours: readHours(data),
  }
}

function readHours(data: FormData): Hours {
  const text = (name: string) => String(data.get(`business_hours${name}`) ?? '')
  return {
    enabled: text('[enabled]') !== '',
    timezone: text('[timezone]') || 'UTC',
    days: WEEKDAYS.map((day) => ({
      enabled: text(`[${day}][enabled]`) !== '',
      start: text(`[${day}][start]`),
      end: text(`[${day}][end]`),
    })),
  }
}

export type FormValues = ReturnType<typeof readValues>

const form = document.querySelector<HTMLFormElement>('#chat-widget-form')

/** The form's current values, shared by the components that show them; null on pages without the form. */
export const formState = Alpine.reactive({
  values: form ? readValues(form) : (null! as FormValues),
})
