/** Chat > API: the page that shows the REST API. */
export const reference = {
  title: 'Chat API',
  document: 'OpenAPI document',
  contents: 'Contents',
  types: 'Types',
  fields: 'Fields',
  access: {
    title: 'Authentication',
    token:
      'Authenticate with a CRM user’s access token. Requests have the token’s abilities, limited to that user’s permissions. Create a token under Settings > API tokens, or with {command}.',
    session: 'CRM pages can use their session instead, with the CSRF token on write requests.',
  },
  required: 'required',
  permission: 'Requires permission:',
  visitor: 'Requires a visitor’s token in {header}.',
  open: 'No authentication required.',
  responses: 'Responses',
  example: 'Example',
  query: 'Query',
  body: 'Body',
} as const
