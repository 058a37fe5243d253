import { DrillProxy } from '#chat/drill/drill_proxy'

interface Network {
  front: DrillProxy
  redis?: DrillProxy
  database?: DrillProxy
  /** Leads web processes through the proxies. */
  environment: Record<string, string>
}

const DEFAULT_PORTS: Record<string, string> = { mysql: '3306', pg: '5432' }

/**
 * Proxies before what the web processes talk to. The database's is found where `DB_HOST`, `DB_PORT` and `DB_CONNECTION` of
 * the environment name a server.
 */
export async function drillNetwork(env: NodeJS.ProcessEnv): Promise<Network> {
  const environment: Record<string, string> = { TRUST_PROXY: 'loopback' }
  const network: Network = { front: await DrillProxy.start(), environment }
  if (env.REDIS_URL) {
    const url = new URL(env.REDIS_URL)
    // A certificate names the server, not the proxy
    if (url.protocol === 'redis:') {
      network.redis = await DrillProxy.start(`http://${url.hostname}:${url.port || 6379}`)
      url.hostname = '127.0.0.1'
      url.port = String(network.redis.port)
      environment.REDIS_URL = url.href
    }
  }
  const port = env.DB_PORT || DEFAULT_PORTS[env.DB_CONNECTION ?? '']
  if (port && env.DB_CONNECTION !== 'sqlite') {
    network.database = await DrillProxy.start(`http://${env.DB_HOST || '127.0.0.1'}:${port}`)
    Object.assign(environment, { DB_HOST: '127.0.0.1', DB_PORT: String(network.database.port) })
  }
  return network
}
