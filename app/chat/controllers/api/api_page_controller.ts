import type { HttpContext } from '@adonisjs/core/http'
import { publishedDocument } from '#chat/openapi/published_document'
import { apiPage } from '#chat/presenters/api_page'

/** The API described for people. */
export default class ApiPageController {
  show({ view }: HttpContext) {
    return view.render('chat::api/index', { page: apiPage(publishedDocument()) })
  }
}
