import type { BenchDatabase } from './database.js'

/** `BENCH_PORT` lets a second run have ports of its own. */
export const PRODUCT_PORT = Number(process.env.BENCH_PORT ?? 4710)
export const FLOOR_PORT = PRODUCT_PORT + 1

/** What a production process of the product is started with. */
export function productionEnv(database: BenchDatabase, port = PRODUCT_PORT) {
  return {
    TZ: 'UTC',
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
    APP_KEY: 'benchmarks-only-0123456789abcdef',
    LOG_LEVEL: 'info',
    ...database.env,
  }
}
