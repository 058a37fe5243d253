import type { ApiClient } from '@japa/api-client'
import type User from '#crm/models/user'
import type Widget from '#chat/models/widget'

export const LIST = '/settings/chat-widgets'

export const pathOf = (widget: Widget) => `${LIST}/${widget.externalId}`

/** A form as a browser sends it: boxes that are ticked, nothing for those that are not. */
export const FORM = {
  name: 'Shop',
  is_active: '1',
  primary_color: '#0f766e',
  text_color: '#ffffff',
  position: 'bottom-left',
  border_radius: '16',
  launcher_size: '56',
  launcher_icon: 'help',
  logo_url: 'https://cdn.example/logo.png',
  theme: 'dark',
  welcome_title: 'Welcome',
  welcome_message: 'How may we help?',
  input_placeholder: 'Write here',
  offline_message: 'Back tomorrow',
  language: 'auto',
  consent_version: '1',
  collect_email: '1',
  sound_enabled: '1',
  max_file_megabytes: '10',
  allowed_origins: 'https://Shop.example/\n*.example.org\n\nshop.example:443',
}

/** Sends a form as the browser of a user who is logged in. */
export function send(
  client: ApiClient,
  user: User,
  method: 'post' | 'put' | 'delete',
  path: string,
  form: Record<string, unknown> = {}
) {
  return client[method](path).loginAs(user).withCsrfToken().redirects(0).form(form)
}

/** Sends the same as a program does, which gets the errors as JSON. */
export function sendJson(
  client: ApiClient,
  user: User,
  method: 'post' | 'put',
  path: string,
  body: Record<string, unknown>
) {
  return client[method](path)
    .loginAs(user)
    .withCsrfToken()
    .redirects(0)
    .header('Accept', 'application/json')
    .json(body)
}
