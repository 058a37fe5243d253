import type { HttpRouterService } from '@adonisjs/core/types'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'

const AssetsController = () => import('#chat/controllers/assets_controller')
const AttentionController = () => import('#chat/controllers/widget/attention_controller')
const ConfigController = () => import('#chat/controllers/widget/config_controller')
const ConversationsController = () => import('#chat/controllers/widget/conversations_controller')
const FrameController = () => import('#chat/controllers/widget/frame_controller')
const LoaderController = () => import('#chat/controllers/widget/loader_controller')
const MessagesController = () => import('#chat/controllers/widget/messages_controller')
const RatingsController = () => import('#chat/controllers/widget/ratings_controller')
const SessionsController = () => import('#chat/controllers/widget/sessions_controller')
const VisitorStreamController = () => import('#chat/controllers/widget/visitor_stream_controller')
const VisitorsController = () => import('#chat/controllers/widget/visitors_controller')

const SCRIPT = /.\.js$/
const ASSET = /^[\w-]+(\.[\w-]+)*\.(js|css|map|svg|png|woff2)$/

/** `/p/chat/{key}.js`: the router knows whole segments only, so the suffix is taken off here. */
function keyOfScript(ctx: HttpContext, next: NextFn) {
  ctx.params.key = ctx.params.file.slice(0, -'.js'.length)
  return next()
}

/** The visitor's side: public, without cookies, without CSRF tokens. */
export function registerWidgetRoutes(
  router: HttpRouterService,
  compression: ParsedNamedMiddleware
) {
  const { widget, visitor } = router.named({
    widget: () => import('#chat/middleware/widget_middleware'),
    visitor: () => import('#chat/middleware/visitor_middleware'),
  })

  router
    .get('/chat-assets/:file', [AssetsController, 'show'])
    .where('file', ASSET)
    .as('chat.assets')

  router
    .get('/p/chat/:file', [LoaderController, 'show'])
    .where('file', SCRIPT)
    .use([keyOfScript, widget()])
    .as('chat.widget.loader')
  router
    .get('/p/chat/:key', [FrameController, 'show'])
    .use([compression, widget()])
    .as('chat.widget.frame')

  router
    .group(() => {
      router.get('/script.js', [LoaderController, 'show']).as('chat.widget.script')
      router.get('/config', [ConfigController, 'show']).as('chat.widget.config')
      router.post('/session', [SessionsController, 'store']).as('chat.widget.session')
      router.route('/*', ['OPTIONS'], () => {}).as('chat.widget.preflight')

      router
        .group(() => {
          router.post('/identify', [VisitorsController, 'identify']).as('chat.widget.identify')
          router.post('/page-views', [VisitorsController, 'pageView']).as('chat.widget.page_views')
          router.get('/events', [VisitorStreamController, 'show']).as('chat.widget.events')
          router
            .post('/conversations', [ConversationsController, 'store'])
            .as('chat.widget.conversations.store')
          router
            .get('/conversations/:id/messages', [MessagesController, 'index'])
            .as('chat.widget.messages.index')
          router
            .post('/conversations/:id/messages', [MessagesController, 'store'])
            .as('chat.widget.messages.store')
          router
            .post('/conversations/:id/read', [AttentionController, 'read'])
            .as('chat.widget.read')
          router
            .post('/conversations/:id/typing', [AttentionController, 'typing'])
            .as('chat.widget.typing')
          router
            .post('/conversations/:id/rate', [RatingsController, 'store'])
            .as('chat.widget.rate')
        })
        .use(visitor())
    })
    .prefix('/api/widget/:key')
    .use([compression, widget()])
}
