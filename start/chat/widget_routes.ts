import type { HttpContext, Router } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'

const AssetsController = () => import('#chat/controllers/assets_controller')
const AttentionController = () => import('#chat/controllers/widget/attention_controller')
const ConfigController = () => import('#chat/controllers/widget/config_controller')
const ConversationsController = () => import('#chat/controllers/widget/conversations_controller')
const FilesController = () => import('#chat/controllers/widget/files_controller')
const FrameController = () => import('#chat/controllers/widget/frame_controller')
const HealthController = () => import('#chat/controllers/widget/health_controller')
const IdentityController = () => import('#chat/controllers/widget/identity_controller')
const InboundMailController = () => import('#chat/controllers/mail/inbound_mail_controller')
const LinksController = () => import('#chat/controllers/mail/links_controller')
const LoaderController = () => import('#chat/controllers/widget/loader_controller')
const MailStopsController = () => import('#chat/controllers/mail/mail_stops_controller')
const MessagesController = () => import('#chat/controllers/widget/messages_controller')
const MetricsController = () => import('#chat/controllers/metrics_controller')
const PushController = () => import('#chat/controllers/widget/push_controller')
const RatingsController = () => import('#chat/controllers/widget/ratings_controller')
const RulesController = () => import('#chat/controllers/widget/rules_controller')
const SessionsController = () => import('#chat/controllers/widget/sessions_controller')
const TextsController = () => import('#chat/controllers/texts_controller')
const TranscriptsController = () => import('#chat/controllers/widget/transcripts_controller')
const VisitorStreamController = () => import('#chat/controllers/widget/visitor_stream_controller')
const VisitorsController = () => import('#chat/controllers/widget/visitors_controller')

const SCRIPT = /.\.js$/
const END_KEY = /^[0-9a-f]{64}$/
const ASSET = /^[\w-]+(\.[\w-]+)*\.(js|css|map|svg|png|woff2)$/

/** The loader is `{key}.js`: the router matches whole segments only, so the suffix is removed here. */
function keyOfScript(ctx: HttpContext, next: NextFn) {
  ctx.params.key = ctx.params.file.slice(0, -'.js'.length)
  return next()
}

/**
 * The visitors' routes: public, without cookies and CSRF tokens. `PublicRoutes` answers them; the host's router has
 * them as well, so that its list of routes is complete and their names give addresses.
 */
export function registerWidgetRoutes(router: Router, bases: Bases) {
  const { body, compression, widget, visitor } = router.named({
    body: () => import('#chat/middleware/public_body_middleware'),
    compression: () => import('#chat/middleware/compression_middleware'),
    widget: () => import('#chat/middleware/widget_middleware'),
    visitor: () => import('#chat/middleware/visitor_middleware'),
  })

  router
    .get(`${bases.assets}/:file`, [AssetsController, 'show'])
    .where('file', ASSET)
    .as('chat.assets')
  router.get(`${bases.assets}/texts/:file`, [TextsController, 'show']).as('chat.texts')

  router.get(`${bases.public}/health`, [HealthController, 'show']).as('chat.health')

  router.get(`${bases.public}/metrics`, [MetricsController, 'all']).as('chat.metrics.all')

  router.post(`${bases.public}/mail`, [InboundMailController, 'store']).as('chat.mail')

  router
    .get(`${bases.public}/:file`, [LoaderController, 'show'])
    .where('file', SCRIPT)
    .use([keyOfScript, widget()])
    .as('chat.widget.loader')
  router
    .get(`${bases.public}/:key`, [FrameController, 'show'])
    .use([compression(), widget()])
    .as('chat.widget.frame')

  router
    .get(`${bases.public}/:key/c/:token`, [LinksController, 'show'])
    .use([compression(), widget()])
    .as('chat.link')
  router
    .group(() => {
      router.get('/', [MailStopsController, 'show']).as('show')
      router.post('/', [MailStopsController, 'store']).as('store')
    })
    .prefix(`${bases.public}/:key/c/:token/stop`)
    .as('chat.link.stop')
    .use([widget(), body()])

  // Small, and part of what opening the chat costs
  router
    .post(`${bases.visitorApi}/:key/session`, [SessionsController, 'store'])
    .use([compression('small'), widget(), body()])
    .as('chat.widget.session')

  // The body is the file as it is, which no parser reads
  router
    .post(`${bases.visitorApi}/:key/files`, [FilesController, 'store'])
    .as('chat.widget.files.store')
    .use([compression(), widget('file'), visitor()])

  router
    .group(() => {
      router.get('/script.js', [LoaderController, 'show']).as('chat.widget.script')
      router.get('/rules.js', [RulesController, 'show']).as('chat.widget.rules')
      router.post('/rules/:rule/shown', [RulesController, 'shown']).as('chat.widget.rules.shown')
      router
        .post('/rules/:rule/dismissed', [RulesController, 'dismissed'])
        .as('chat.widget.rules.dismissed')
      router.get('/push_worker.js', [PushController, 'worker']).as('chat.widget.push.worker')
      router.get('/config', [ConfigController, 'show']).as('chat.widget.config')
      router
        .post('/forget/:endKey', [SessionsController, 'forget'])
        .where('endKey', END_KEY)
        .as('chat.widget.forget')
      router.post('/identity', [IdentityController, 'store']).as('chat.widget.identity')
      router.post('/links/:token', [LinksController, 'open']).as('chat.widget.link')
      router.route('/*', ['OPTIONS'], () => {}).as('chat.widget.preflight')

      router
        .group(() => {
          router.post('/identify', [VisitorsController, 'identify']).as('chat.widget.identify')
          router.post('/page-views', [VisitorsController, 'pageView']).as('chat.widget.page_views')
          router.get('/push', [PushController, 'show']).as('chat.widget.push.show')
          router.post('/push', [PushController, 'store']).as('chat.widget.push.store')
          router.post('/push/remove', [PushController, 'forget']).as('chat.widget.push.forget')
          router.get('/files/:file', [FilesController, 'show']).as('chat.widget.files.show')
          router
            .get('/files/:file/address', [FilesController, 'address'])
            .as('chat.widget.files.address')
          router
            .post('/files/:file/delete', [FilesController, 'destroy'])
            .as('chat.widget.files.destroy')
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
            .get('/conversations/:id/transcript', [TranscriptsController, 'show'])
            .as('chat.widget.transcript')
          router
            .post('/conversations/:id/transcript', [TranscriptsController, 'store'])
            .as('chat.widget.transcript_mail')
          router
            .post('/conversations/:id/rate', [RatingsController, 'store'])
            .as('chat.widget.rate')
        })
        .use(visitor())
    })
    .prefix(`${bases.visitorApi}/:key`)
    .use([compression(), widget(), body()])
}
