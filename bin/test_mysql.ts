process.env.DB_CONNECTION = 'mysql'

/** Runs the same suites on MySQL or MariaDB, in databases that no other run has, unless the environment names one. */
await import('./test.js')
