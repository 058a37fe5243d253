import type { ModuleDefinition, RecordPanel } from 'adonis-crm-chat'

export interface RegisteredModule {
  definition: ModuleDefinition
  panel: RecordPanel
}

const registered = new Map<string, RegisteredModule>()

/** Makes a module known; registering it again replaces what was said before. */
export function registerModule(definition: ModuleDefinition, panel: RecordPanel) {
  registered.set(definition.id, { definition, panel })
}

/** Every module of this process, by name. */
export function registeredModules() {
  return [...registered.values()].sort((left, right) =>
    left.definition.name.localeCompare(right.definition.name)
  )
}

export function findModule(id: string) {
  return registered.get(id) ?? null
}
