import User from '#models/user'
import type { HttpContext } from '@adonisjs/core/http'

export default class AccessTokensController {
  async store({ request }: HttpContext) {
    const { email, password } = request.all()
    const user = await User.verifyCredentials(email, password)
    const token = await User.accessTokens.create(user)
    return { data: { token: token.value!.release() } }
  }
}
