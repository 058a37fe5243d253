import type { HttpRouterService } from '@adonisjs/core/types'
import type { MiddlewareFn, ParsedNamedMiddleware } from '@adonisjs/core/types/http'
import type { Bases } from '#chat/config/bases'
import { requirePermission } from '#start/chat/permissions'

const AgentStreamController = () => import('#chat/controllers/inbox/agent_stream_controller')
const AssignmentController = () => import('#chat/controllers/inbox/assignment_controller')
const AttentionController = () => import('#chat/controllers/inbox/attention_controller')
const CannedResponsesController = () =>
  import('#chat/controllers/inbox/canned_responses_controller')
const ContactController = () => import('#chat/controllers/inbox/contact_controller')
const CrmRecordsController = () => import('#chat/controllers/inbox/crm_records_controller')
const ExportController = () => import('#chat/controllers/inbox/export_controller')
const FilesController = () => import('#chat/controllers/inbox/files_controller')
const InboxController = () => import('#chat/controllers/inbox/inbox_controller')
const ListsController = () => import('#chat/controllers/inbox/lists_controller')
const MessagesController = () => import('#chat/controllers/inbox/messages_controller')
const PanesController = () => import('#chat/controllers/inbox/panes_controller')
const ReceivedMailsController = () => import('#chat/controllers/inbox/received_mails_controller')
const SnoozeController = () => import('#chat/controllers/inbox/snooze_controller')
const StatusController = () => import('#chat/controllers/inbox/status_controller')

const TranscriptsController = () => import('#chat/controllers/inbox/transcripts_controller')

/** The inbox. Reading takes one permission, every change of a conversation another. */
export function registerInboxRoutes(
  router: HttpRouterService,
  { pages }: Bases,
  crmPage: (MiddlewareFn | ParsedNamedMiddleware)[]
) {
  router
    .group(() => {
      router.get('/', [InboxController, 'index']).as('index')
      router.get('/events', [AgentStreamController, 'show']).as('events')
      router.get('/list', [ListsController, 'index']).as('list')
      router.get('/rows', [ListsController, 'rows']).as('rows')
      router.get('/unread', [ListsController, 'unread']).as('unread')
      router.get('/export.csv', [ExportController, 'show']).as('export')
      router
        .get('/files/:file', [FilesController, 'show'])
        .where('file', router.matchers.uuid())
        .as('files.show')
      router.get('/:id', [InboxController, 'show']).as('show')
      router.get('/:id/pane', [PanesController, 'show']).as('pane')
      router.get('/:id/context', [PanesController, 'context']).as('context')
      router.get('/:id/messages', [MessagesController, 'index']).as('messages.index')
      router.get('/:id/transcript', [TranscriptsController, 'show']).as('transcript')
      router.get('/:id/mails/:mail', [ReceivedMailsController, 'show']).as('mails.show')
      router
        .get('/:id/mails/:mail/original.eml', [ReceivedMailsController, 'download'])
        .as('mails.download')
      router.post('/:id/viewing', [AttentionController, 'viewing']).as('viewing')
    })
    .prefix(pages)
    .as('chat.inbox')
    .where('id', router.matchers.uuid())
    .where('mail', router.matchers.uuid())
    .use([...crmPage, requirePermission('view chat')])

  router
    .group(() => {
      router.post('/messages', [MessagesController, 'store']).as('messages.store')
      router.post('/files', [FilesController, 'store']).as('files.store')
      router.post('/read', [AttentionController, 'read']).as('read')
      router.post('/typing', [AttentionController, 'typing']).as('typing')
      router.post('/assign', [AssignmentController, 'update']).as('assign')
      router.post('/resolve', [StatusController, 'resolve']).as('resolve')
      router.post('/close', [StatusController, 'close']).as('close')
      router.post('/reopen', [StatusController, 'reopen']).as('reopen')
      router.post('/undo', [StatusController, 'undo']).as('undo')
      router.post('/snooze', [SnoozeController, 'store']).as('snooze')
      router.post('/wake', [SnoozeController, 'destroy']).as('wake')
      router.post('/archive', [StatusController, 'archive']).as('archive')
      router.post('/unarchive', [StatusController, 'unarchive']).as('unarchive')
      router.post('/contact', [ContactController, 'update']).as('contact')
      router.post('/transcript', [TranscriptsController, 'store']).as('transcript_mail')
      router.post('/promote', [CrmRecordsController, 'promote']).as('promote')
      router.post('/convert', [CrmRecordsController, 'convert']).as('convert')
      router.post('/ticket', [CrmRecordsController, 'ticket']).as('ticket')
      router
        .get('/canned-responses/:response', [CannedResponsesController, 'show'])
        .where('response', router.matchers.uuid())
        .as('canned.show')
    })
    .prefix(`${pages}/:id`)
    .as('chat.inbox')
    .where('id', router.matchers.uuid())
    .use([...crmPage, requirePermission('reply chat')])

  router
    .post(`${pages}/files/:file/delete`, [FilesController, 'destroy'])
    .where('file', router.matchers.uuid())
    .as('chat.inbox.files.destroy')
    .use([...crmPage, requirePermission('reply chat')])

  router
    .get(`${pages}/canned-responses`, [CannedResponsesController, 'index'])
    .as('chat.inbox.canned.index')
    .use([...crmPage, requirePermission('reply chat')])
}
