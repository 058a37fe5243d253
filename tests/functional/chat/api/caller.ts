import { ApiCaller, type ApiResponse } from '#tests/helpers/api_caller'
import { ChatWorld } from '#tests/helpers/chat_world'

/** A world with an agent and their program. */
export async function apiWorld() {
  const world = await ChatWorld.create()
  const user = await world.user()
  const agent = await world.agent('Anna Agent', user)
  return { world, user, agent, api: await ApiCaller.for(user) }
}

/** What a list names, in its order. */
export const idsOf = ({ json }: ApiResponse) => json.data.map(({ uuid }: { uuid: string }) => uuid)
