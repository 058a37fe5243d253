import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { rememberBrowser } from '#crm/auth/known_browser'
import { countFirstAccount } from '#crm/auth/login_attempts'
import { recordAccess } from '#crm/commands/record_access'
import * as firstLink from '#crm/services/first_account/first_link'
import { normalizeEmail } from '#crm/support/email'
import { firstAccountValidator } from '#crm/validators/session'

/** The first person's account in an empty CRM, by the link that the console has printed. */
export default class FirstAccountController {
  async create({ params, request, response, view }: HttpContext) {
    await countFirstAccount(request.ip())
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cache-Control', 'no-store')
    const isOpen = await firstLink.isFirstLink(params.token)
    if (!isOpen) response.status(404)
    return view.render('crm/first_account/create', { isOpen, action: request.url() })
  }

  /** Makes the owner, logs them in and leads to what can be switched on. */
  async store(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    await countFirstAccount(request.ip())
    if (!(await firstLink.isFirstLink(params.token)))
      return response.redirect().toPath(request.url())
    const {
      full_name: fullName,
      email,
      password,
    } = await request.validateUsing(firstAccountValidator)
    const account = { fullName, email: normalizeEmail(email), password }
    const user = await firstLink.createFirstAccount(params.token, account)
    if (!user) return response.redirect().toPath('/login')
    await recordAccess(app, 'permission.changed', user)
    await auth.use('web').login(user)
    rememberBrowser(ctx, user.email)
    return response.redirect().toPath('/settings/modules')
  }
}
