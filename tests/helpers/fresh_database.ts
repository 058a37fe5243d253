import app from '@adonisjs/core/services/app'

/**
 * Every run starts on empty tables, whatever an earlier one that was interrupted has left behind. Migrations take no
 * lock: it is one for the whole server, on which runs in other databases would fail.
 */
export async function freshDatabase() {
  await run('db:wipe', ['--force'])
  await run('migration:run', ['--compact-output', '--no-schema-generate', '--disable-locks'])
}

async function run(name: string, flags: string[]) {
  const ace = await app.container.make('ace')
  const command = await ace.exec(name, flags)
  if (command.exitCode) throw command.error ?? new Error(`"${name}" failed`)
}
