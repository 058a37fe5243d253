/** Routes that need no credentials, each with its reason. */
export const PUBLIC: Record<string, string> = {
  'GET /login': 'how one logs in',
  'POST /login': 'how one logs in',
  'GET /first-account/:token': 'by the link that the console printed, while there is no user',
  'POST /first-account/:token': 'by the link that the console printed, while there is no user',
  'GET /chat-assets/:file': 'browser files of the widget',
  'GET /chat-assets/texts/:file': 'texts of the agents’ scripts',
  'GET /p/chat/health': 'for load balancers, says nothing but whether it serves',
  'GET /p/chat/metrics': 'by the token of those who operate the installation',
  'POST /p/chat/mail': 'takes emails, by the secret of what hands them over',
  'GET /p/chat/:file': 'the loader',
  'GET /p/chat/:key': 'the frame',
  'GET /p/chat/:key/c/:token': 'a page that opens nothing by itself',
  'GET /p/chat/:key/c/:token/stop': 'asks whether emails shall stop',
  'POST /p/chat/:key/c/:token/stop': 'stops emails, by the link in them',
  'POST /api/widget/:key/links/:token': 'how a visitor comes back, by the link in an email',
  'GET /api/widget/:key/script.js': 'the loader',
  'GET /api/widget/:key/rules.js': 'the loader’s second stage',
  'GET /api/widget/:key/push_worker.js': 'the worker that shows pushes',
  'POST /api/widget/:key/rules/:rule/shown': 'counts, and names no visitor',
  'POST /api/widget/:key/rules/:rule/dismissed': 'counts, and names no visitor',
  'GET /api/widget/:key/config': 'the widget',
  'POST /api/widget/:key/session': 'how a visitor begins',
  'POST /api/widget/:key/forget/:endKey': 'the end of a visitor, by the key',
  'GET /api/v1/live-chat/openapi.json': 'describes the API, and nothing in it',
  'POST /api/widget/:key/identity': 'how a visitor is verified, by their website’s signature',
  'OPTIONS /api/widget/:key/*': 'preflight',
}

/** Routes for holders of a visitor's token of the widget. */
export const VISITORS = 'visitor'

/** Guards of routes for every logged-in user. */
export const LOG_IN_GUARDS = ['auth', 'chatSupport']

/** Routes for every logged-in user: they need no permission. */
export const LOGGED_IN = [
  'GET /',
  'POST /logout',
  'GET /portal',
  'GET /settings/api-tokens',
  'GET /settings/api-tokens/create',
  'POST /settings/api-tokens',
  'DELETE /settings/api-tokens/:id',
  'GET /chat/support',
  'PATCH /chat/support/mark-read',
  'GET /chat/support/session',
]
