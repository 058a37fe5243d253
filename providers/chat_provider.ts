import type { ApplicationService } from '@adonisjs/core/types'

/** Registers the live-chat module into the host. */
export default class ChatProvider {
  constructor(protected app: ApplicationService) {}
}
