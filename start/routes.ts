import router from '@adonisjs/core/services/router'
import { crmPage, middleware } from '#start/kernel'

const SessionController = () => import('#crm/controllers/session_controller')
const FirstAccountController = () => import('#crm/controllers/first_account_controller')
const LeadsController = () => import('#crm/controllers/leads_controller')
const LeadBoardController = () => import('#crm/controllers/lead_board_controller')
const PortalController = () => import('#crm/controllers/portal_controller')
const PeopleController = () => import('#crm/controllers/people_controller')
const TicketsController = () => import('#crm/controllers/tickets_controller')
const NotesController = () => import('#crm/controllers/notes_controller')
const ApiTokensController = () => import('#crm/controllers/api_tokens_controller')
const SettingsController = () => import('#crm/controllers/settings_controller')
const ModulesController = () => import('#crm/controllers/modules_controller')

router
  .group(() => {
    router
      .group(() => {
        router.get('login', [SessionController, 'create']).as('crm.login')
        router.post('login', [SessionController, 'store']).as('crm.login.store')
        router
          .get('first-account/:token', [FirstAccountController, 'create'])
          .as('crm.first_account')
        router
          .post('first-account/:token', [FirstAccountController, 'store'])
          .as('crm.first_account.store')
      })
      .use(middleware.guest())

    router
      .group(() => {
        router.post('logout', [SessionController, 'destroy']).as('crm.logout')
        router.get('portal', [PortalController, 'show']).as('crm.portal')
      })
      .use(middleware.auth({ withCustomers: true }))

    router.on('/').redirectToPath('/leads').as('crm.home').use(middleware.auth())

    router
      .group(() => {
        router.get('leads', [LeadsController, 'index']).as('crm.leads')
        router.get('leads/board', [LeadBoardController, 'show']).as('crm.leads.board')
        router.get('leads/:id', [LeadsController, 'show']).as('crm.leads.show')
      })
      .where('id', router.matchers.number())
      .use([middleware.auth(), middleware.can('view leads')])

    router
      .group(() => {
        router.get('leads/create', [LeadsController, 'create']).as('crm.leads.create')
        router.post('leads', [LeadsController, 'store']).as('crm.leads.store')
        router.get('leads/:id/edit', [LeadsController, 'edit']).as('crm.leads.edit')
        router.put('leads/:id', [LeadsController, 'update']).as('crm.leads.update')
        router.post('leads/:id/move', [LeadBoardController, 'move']).as('crm.leads.move')
        router.post('leads/:id/notes', [NotesController, 'storeForLead']).as('crm.leads.notes')
      })
      .where('id', router.matchers.number())
      .use([middleware.auth(), middleware.can('edit leads')])

    router
      .delete('leads/:id', [LeadsController, 'destroy'])
      .where('id', router.matchers.number())
      .as('crm.leads.destroy')
      .use([middleware.auth(), middleware.can('delete leads')])

    router
      .group(() => {
        router.get('people', [PeopleController, 'index']).as('crm.people')
        router.get('people/:id', [PeopleController, 'show']).as('crm.people.show')
      })
      .where('id', router.matchers.number())
      .use([middleware.auth(), middleware.can('view people')])

    router
      .group(() => {
        router.get('people/create', [PeopleController, 'create']).as('crm.people.create')
        router.post('people', [PeopleController, 'store']).as('crm.people.store')
        router.get('people/:id/edit', [PeopleController, 'edit']).as('crm.people.edit')
        router.put('people/:id', [PeopleController, 'update']).as('crm.people.update')
        router.post('people/:id/notes', [NotesController, 'storeForPerson']).as('crm.people.notes')
      })
      .where('id', router.matchers.number())
      .use([middleware.auth(), middleware.can('edit people')])

    router
      .delete('people/:id', [PeopleController, 'destroy'])
      .where('id', router.matchers.number())
      .as('crm.people.destroy')
      .use([middleware.auth(), middleware.can('delete people')])

    router
      .group(() => {
        router.get('tickets', [TicketsController, 'index']).as('crm.tickets')
        router.get('tickets/:id', [TicketsController, 'show']).as('crm.tickets.show')
      })
      .where('id', router.matchers.number())
      .use([middleware.auth(), middleware.can('view tickets')])

    router
      .put('tickets/:id', [TicketsController, 'update'])
      .where('id', router.matchers.number())
      .as('crm.tickets.update')
      .use([middleware.auth(), middleware.can('edit tickets')])

    router
      .group(() => {
        router.get('settings', [SettingsController, 'edit']).as('crm.settings')
        router.put('settings', [SettingsController, 'update']).as('crm.settings.update')
      })
      .use([middleware.auth(), middleware.can('manage settings')])

    router
      .group(() => {
        router.get('/', [ApiTokensController, 'index']).as('index')
        router.get('/create', [ApiTokensController, 'create']).as('create')
        router.post('/', [ApiTokensController, 'store']).as('store')
        router.delete('/:id', [ApiTokensController, 'destroy']).as('destroy')
      })
      .prefix('settings/api-tokens')
      .as('crm.api_tokens')
      .where('id', router.matchers.number())
      .use(middleware.auth())

    router
      .group(() => {
        router.get('settings/modules', [ModulesController, 'index']).as('crm.modules')
        router.put('settings/modules/:id', [ModulesController, 'update']).as('crm.modules.update')
      })
      .use([middleware.auth(), middleware.can('manage modules')])
  })
  .use(crmPage)
