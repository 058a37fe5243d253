import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'
import { hasDemoPassword } from '#crm/auth/demo_password'
import { knownBrowser, rememberBrowser } from '#crm/auth/known_browser'
import { countLogin } from '#crm/auth/login_attempts'
import User from '#crm/models/user'
import { loginValidator } from '#crm/validators/session'

/** Logging in and out. */
export default class SessionController {
  create({ view }: HttpContext) {
    return view.render('crm/session/create')
  }

  /**
   * Logs in and goes where the user was headed; a deactivated user is refused, and in production one who
   * still has the demo's password.
   */
  async store(ctx: HttpContext) {
    const { request, auth, response, session } = ctx
    const { email, password } = await request.validateUsing(loginValidator)
    const browser = knownBrowser(ctx, email)
    const attempt = await countLogin({ ip: request.ip(), email, browser })
    try {
      const user = await User.verifyCredentials(email.toLowerCase(), password)
      if (!user.isActive || (await hasDemoPassword(user)))
        throw new errors.E_INVALID_CREDENTIALS('Not a user who may log in')
      await auth.use('web').login(user)
      rememberBrowser(ctx, email)
      await attempt.succeeded()
    } catch (error) {
      if (!(error instanceof errors.E_INVALID_CREDENTIALS)) throw error
      session.flash('error', 'Incorrect email or password.')
      session.flash('email', email)
      return response.redirect().toPath('/login')
    }
    return response.redirect().toIntended('/leads')
  }

  /** Ends the user's sessions on all devices. */
  async destroy({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    session.flash('success', 'You’ve been logged out on all your devices.')
    return response.redirect().toPath('/login')
  }
}
