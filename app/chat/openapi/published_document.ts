import app from '@adonisjs/core/services/app'
import router from '@adonisjs/core/services/router'
import type { ChatConfig } from '#chat/config/chat_config'
import { openApiDocument } from '#chat/openapi/document'
import { operations } from '#chat/openapi/operations/all'
import { publicOperations } from '#chat/openapi/operations/public'
import { apiRoutes, publicRoutes } from '#chat/openapi/routes'

export type OpenApiDocument = ReturnType<typeof openApiDocument>

let published: OpenApiDocument | undefined

/** The document of this application, made once: routes do not change while it runs. */
export function publishedDocument(): OpenApiDocument {
  const { publicUrl } = app.config.get<ChatConfig>('chat')
  return (published ??= openApiDocument(
    publicUrl,
    [...apiRoutes(router), ...publicRoutes(router)],
    { ...operations, ...publicOperations }
  ))
}
