import { publishedDocument } from '#chat/openapi/published_document'

/** The API described for programs. */
export default class DocumentController {
  show() {
    return publishedDocument()
  }
}
