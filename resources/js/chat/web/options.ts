/** The corners of the page where the launcher can stand. */
export type WebWidgetPosition = 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'

/** Which widget is shown, and what this website shows otherwise than the widget's settings say. */
export interface WebWidgetOptions {
  /** The address of the CRM, such as `https://crm.example.com`. */
  apiUrl: string
  /** The widget's public key, as Settings > Chat widgets shows it. */
  token: string
  /** Where the CRM has the widget's script: `bases.public` of its `config/chat.ts`, `/p/chat` by default. */
  publicBase?: string
  /** Accepted for code that was written for widgets which need it: here the token names the tenant. */
  tenantId?: string
  /** Six hexadecimal digits, such as `#3b82f6`. */
  primaryColor?: string
  /** Stands at the head of the chat. */
  companyName?: string
  position?: WebWidgetPosition
}

type Name = keyof WebWidgetOptions

/** Every option with the name that the server has for it; null for what it does not need. */
const QUERY: Record<Name, string | null> = {
  apiUrl: null,
  token: null,
  publicBase: null,
  tenantId: null,
  primaryColor: 'primary_color',
  companyName: 'company_name',
  position: 'position',
}

export const OPTION_NAMES = Object.keys(QUERY) as Name[]

const RULES: Partial<Record<Name, [rule: RegExp, explanation: string]>> = {
  apiUrl: [/^https?:\/\/[^?#]+$/, 'the address of your CRM, such as https://crm.example.com'],
  token: [/^[\w-]+$/, "the widget's key from Settings > Chat widgets"],
  publicBase: [/^(\/[\w.~-]+)+$/, 'a path such as /p/chat'],
  primaryColor: [/^#[0-9a-f]{6}$/i, 'a colour such as #3b82f6'],
  position: [/^(bottom|top)-(right|left)$/, 'bottom-right, bottom-left, top-right or top-left'],
}

/**
 * The address of the widget's script.
 *
 * @throws TypeError when an option is missing, unknown or not what it has to be
 */
export function scriptAddress(options: WebWidgetOptions): string {
  for (const name of Object.keys(options)) {
    if (!(name in QUERY)) {
      throw new TypeError(`crm-chat-web has no option "${name}", only ${OPTION_NAMES.join(', ')}`)
    }
  }
  for (const name of OPTION_NAMES) {
    const [rule, explanation] = RULES[name] ?? []
    const value = options[name]
    const isNeeded = name === 'apiUrl' || name === 'token'
    if (rule && (isNeeded || value) && !(typeof value === 'string' && rule.test(value))) {
      throw new TypeError(`crm-chat-web: "${name}" has to be ${explanation}`)
    }
  }
  const query = new URLSearchParams()
  for (const name of OPTION_NAMES) {
    if (QUERY[name] && options[name]) query.set(QUERY[name], options[name])
  }
  const look = query.toString()
  const { apiUrl, publicBase = '/p/chat', token } = options
  return `${apiUrl.replace(/\/+$/, '')}${publicBase}/${token}.js${look && `?${look}`}`
}
