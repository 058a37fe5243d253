import { SimpleMessagesProvider } from '@vinejs/vine'

/** What the CRM's forms say about a field, in words that its users know the field by. */
export const messages = new SimpleMessagesProvider(
  {
    'required': '{{ field }} is needed',
    'minLength': '{{ field }} is needed',
    'maxLength': '{{ field }} can be {{ max }} characters long at most',
    'email': 'This is not a complete email address',
    'confirmed': 'The two passwords differ',
    'password.minLength': 'The password needs {{ min }} characters or more',
    'number': '{{ field }} has to be a number',
    'min': '{{ field }} cannot be less than {{ min }}',
    'max': '{{ field }} cannot be more than {{ max }}',
    'enum': 'Choose one of the options',
    'abilities.required': 'Choose what the token may do',
    'abilities.minLength': 'Choose what the token may do',
    'phones.*.number.regex': 'This isn’t a valid phone number',
  },
  {
    email: 'The email address',
    password: 'The password',
    full_name: 'Your name',
    first_name: 'The first name',
    last_name: 'The last name',
    address: 'The address',
    number: 'The number',
    title: 'The title',
    description: 'The description',
    amount: 'The value',
    source: 'The source',
    note: 'The note',
    name: 'The name',
    company_name: 'The company name',
  }
)
