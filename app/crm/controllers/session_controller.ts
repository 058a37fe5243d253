import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/auth'
import { countLogin } from '#crm/auth/login_attempts'
import User from '#crm/models/user'
import { loginValidator } from '#crm/validators/session'

/** Logging in and out. */
export default class SessionController {
  create({ view }: HttpContext) {
    return view.render('crm/session/create')
  }

  /** Logs in and goes where the user was headed; a deactivated user is refused. */
  async store({ request, auth, response, session }: HttpContext) {
    const { email, password } = await request.validateUsing(loginValidator)
    const attempt = await countLogin(request.ip(), email)
    try {
      const user = await User.verifyCredentials(email.toLowerCase(), password)
      if (!user.isActive) throw new errors.E_INVALID_CREDENTIALS('Inactive user')
      await auth.use('web').login(user)
      await attempt.succeeded()
    } catch (error) {
      if (!(error instanceof errors.E_INVALID_CREDENTIALS)) throw error
      session.flash('error', 'That e-mail address and password do not match an active user.')
      session.flash('email', email)
      return response.redirect().toPath('/login')
    }
    return response.redirect().toIntended('/leads')
  }

  async destroy({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    session.regenerate()
    return response.redirect().toPath('/login')
  }
}
