import type { CrmHost, ModuleDefinition, RecordPanel } from 'adonis-crm-chat'
import * as registry from '#crm/services/modules/module_registry'
import { moduleSwitch } from '#crm/services/modules/module_switch'

let chatId: string | null = null

export function registerModule(definition: ModuleDefinition, panel: RecordPanel) {
  chatId = definition.id
  registry.registerModule(definition, panel)
}

export async function isModuleEnabled(tenantId: string) {
  return chatId !== null && moduleSwitch.isEnabled(chatId, tenantId)
}

export const onModuleToggled: CrmHost['onModuleToggled'] = (listener) => {
  moduleSwitch.onToggle((moduleId, tenantId, enabled, by) =>
    moduleId === chatId ? listener(tenantId, enabled, by) : undefined
  )
}
