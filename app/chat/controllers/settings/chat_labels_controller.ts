import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Label from '#chat/models/label'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { firstReasons } from '#chat/http/first_reasons'
import { LabelExists, TooManyLabels } from '#chat/exceptions/chat_errors'
import { LABEL_COLORS, type LabelAttributes } from '#chat/services/labels/label_attributes'
import { labelValidator } from '#chat/validators/settings/label'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'
import { asText } from '#chat/forms/sent_values'

const list = () => chatUrl('chat.settings.labels.index')

interface Refused {
  errors: Record<string, string>
  values: { name: string; color: string }
}

/** Settings > Chat labels: the words that the team sorts conversations by (C7). */
@inject()
export default class ChatLabelsController {
  constructor(protected chat: ChatService) {}

  /** The tenant's labels by name, and the form for one more. */
  index(ctx: HttpContext) {
    return this.#page(ctx, null)
  }

  async store(ctx: HttpContext) {
    const { tenantId } = ctx.chatAuth
    return this.#save(ctx, null, (input) =>
      this.chat.labels.create(tenantId, input, ctx.chatAuth.user.id)
    )
  }

  /** The form with the label as it is. */
  async edit(ctx: HttpContext) {
    const { tenantId } = ctx.chatAuth
    return this.#page(ctx, await this.chat.labels.find(tenantId, ctx.params.id))
  }

  async update(ctx: HttpContext) {
    const label = await this.chat.labels.find(ctx.chatAuth.tenantId, ctx.params.id)
    return this.#save(ctx, label, (input) =>
      this.chat.labels.update(label, input, ctx.chatAuth.user.id)
    )
  }

  /** Removes a label from every conversation that carries it. */
  async destroy(ctx: HttpContext) {
    const label = await this.chat.labels.find(ctx.chatAuth.tenantId, ctx.params.id)
    await this.chat.labels.remove(label, ctx.chatAuth.user.id)
    ctx.session.flash('success', text('labels.flash.deleted', { name: label.name }))
    return ctx.response.redirect().toPath(list())
  }

  /** A form that is refused comes back as it was sent, with the reasons. */
  async #save(ctx: HttpContext, label: Label | null, save: (input: LabelAttributes) => unknown) {
    const [error, input] = await labelValidator.tryValidate(ctx.request.all())
    const isProgram = isScript(ctx)
    if (error && isProgram) throw error
    const errors = error
      ? firstReasons(error.messages)
      : await attempt(() => save(input!), isProgram)
    if (errors) {
      ctx.response.status(422)
      return this.#page(ctx, label, { errors, values: sentValues(ctx) })
    }
    ctx.session.flash('success', text('labels.flash.saved', { name: input!.name }))
    return ctx.response.redirect().toPath(list())
  }

  async #page(ctx: HttpContext, label: Label | null, refused?: Refused) {
    const labels = await this.chat.labels.list(ctx.chatAuth.tenantId)
    const color = LABEL_COLORS[labels.length % LABEL_COLORS.length]
    return ctx.view.render('chat::settings/labels', {
      labels,
      label,
      values: refused?.values ?? label ?? { name: '', color },
      errors: refused?.errors ?? {},
    })
  }
}

/** Saves, or says which field stands in the way. */
async function attempt(save: () => unknown, isProgram: boolean) {
  try {
    await save()
    return null
  } catch (error) {
    const isAboutName = error instanceof LabelExists || error instanceof TooManyLabels
    if (isProgram || !isAboutName) throw error
    return { name: error.message }
  }
}

function sentValues({ request }: HttpContext) {
  return { name: asText(request.input('name')), color: asText(request.input('color')) }
}
