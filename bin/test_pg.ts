process.env.DB_CONNECTION = 'pg'

/** Runs the same suites on PostgreSQL, in databases that no other run has, unless the environment names one. */
await import('./test.js')
