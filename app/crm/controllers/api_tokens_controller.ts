import type { HttpContext } from '@adonisjs/core/http'
import { flashSecret, pullSecret } from 'adonis-crm-chat'
import { abilitiesOf, abilityChoices } from '#crm/auth/abilities'
import { createApiToken } from '#crm/services/api_tokens/create_api_token'
import { listApiTokens, managesAllTokens } from '#crm/services/api_tokens/find_api_tokens'
import { revokeApiToken } from '#crm/services/api_tokens/revoke_api_token'
import { foundOr404 } from '#crm/support/found'
import {
  apiTokenListValidator,
  apiTokenValidator,
  DEFAULT_EXPIRY,
  EXPIRIES,
} from '#crm/validators/api_token'

const LIST = '/settings/api-tokens'
const secretOf = (userId: number) => `api_token_${userId}`

/** Settings > API tokens: each user's own, and everyone's for those who manage the settings. */
export default class ApiTokensController {
  async index(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { page } = await ctx.request.validateUsing(apiTokenListValidator)
    const { pages, tokens } = await listApiTokens(user, page ?? 1)
    return ctx.view.render('crm/api_tokens/index', {
      tokens,
      pages: pages.baseUrl(LIST),
      isEveryones: managesAllTokens(user),
      secret: pullSecret(ctx, secretOf(user.id)),
    })
  }

  async create({ auth, view }: HttpContext) {
    return view.render('crm/api_tokens/create', {
      choices: abilityChoices(auth.getUserOrFail()),
      expiries: EXPIRIES.map((value) => ({ value, label: expiryLabel(value) })),
      defaultExpiry: DEFAULT_EXPIRY,
    })
  }

  /** Makes a token of the user who asks; the list then shows its value this once. */
  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const input = await ctx.request.validateUsing(apiTokenValidator, {
      meta: { held: abilitiesOf(user) },
    })
    const { name, abilities, expires } = input
    const days = expires === 'none' ? null : Number(expires)
    flashSecret(ctx, secretOf(user.id), await createApiToken(user, { name, abilities, days }, user))
    return ctx.response.redirect().toPath(LIST)
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const { name } = foundOr404(await revokeApiToken(auth.getUserOrFail(), params.id))
    session.flash('success', `The token “${name}” has been revoked.`)
    return response.redirect().toPath(LIST)
  }
}

const expiryLabel = (value: string) =>
  value === 'none' ? 'Never' : value === '365' ? 'In one year' : `In ${value} days`
