import { WEEKDAYS } from '#chat/models/widget'

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What is said about a field of the widget's form that cannot be taken as it is. */
export const MESSAGES = {
  'required': '{{ field }} is required',
  'string': '{{ field }} must be a text',
  'number': '{{ field }} must be a number',
  'boolean': '{{ field }} must be yes or no',
  'object': '{{ field }} must be a group of values',
  'enum': '{{ field }} is not one of the choices',
  'minLength': '{{ field }} is required',
  'maxLength': '{{ field }} must not be longer than {{ max }} characters',
  'range': '{{ field }} must be between {{ min }} and {{ max }}',
  'withoutDecimals': '{{ field }} must be a whole number',
  'regex': '{{ field }} must be a time such as 09:30',
  'primary_color.regex': '{{ field }} must be a colour such as #2563eb',
  'text_color.regex': '{{ field }} must be a colour such as #ffffff',
}

const DAY_NAMES = WEEKDAYS.flatMap((day) => [
  [`business_hours.${day}`, capitalized(day)],
  [`business_hours.${day}.enabled`, capitalized(day)],
  [`business_hours.${day}.start`, `The start on ${capitalized(day)}`],
  [`business_hours.${day}.end`, `The end on ${capitalized(day)}`],
])

/** Fields as the form calls them. */
export const FIELD_NAMES: Record<string, string> = {
  'name': 'The name',
  'is_active': 'Active',
  'primary_color': 'The primary colour',
  'text_color': 'The text colour',
  'position': 'The position',
  'border_radius': 'The corner radius',
  'launcher_size': 'The button size',
  'launcher_icon': 'The icon',
  'logo_url': 'The logo',
  'theme': 'The theme',
  'welcome_title': 'The title',
  'welcome_message': 'The greeting',
  'input_placeholder': 'The placeholder',
  'offline_message': 'The message while away',
  'collect_name': 'Ask for a name',
  'collect_email': 'Ask for an e-mail address',
  'contact_required': 'Answers are required',
  'show_branding': 'The branding line',
  'sound_enabled': 'The sound',
  'ask_rating': 'The rating',
  'track_visitors': 'Early tracking',
  'allowed_origins': 'Allowed websites',
  'business_hours': 'Business hours',
  'business_hours.enabled': 'Business hours',
  'business_hours.timezone': 'The time zone',
  ...Object.fromEntries(DAY_NAMES),
}
