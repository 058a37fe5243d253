import type Widget from '#chat/models/widget'
import type { Report } from '#chat/services/analytics/analytics'
import type { PeriodName } from '#chat/services/analytics/period'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

const PERIODS = [
  ['today', 'today'],
  ['7d', 'days_7'],
  ['30d', 'days_30'],
  ['90d', 'days_90'],
] as const satisfies [PeriodName, string][]

/** What may be chosen on the dashboard, with what is chosen marked. */
export function presentChoices({ period }: Report, widgets: Widget[], chosen: Widget | null) {
  const query = (values: Record<string, string>) => ({
    ...values,
    ...(chosen && { widget: chosen.externalId }),
  })
  const current: Record<string, string> =
    period.name === 'custom'
      ? { period: 'custom', from: period.from, to: period.to }
      : { period: period.name }
  return {
    period,
    periods: PERIODS.map(([name, key]) => ({
      label: text(`dashboard.periods.${key}`),
      url: chatUrl('chat.dashboard.show', {}, query({ period: name })),
      isCurrent: name === period.name,
    })),
    isCustom: period.name === 'custom',
    widgets: widgets.map(({ externalId, name }) => ({
      id: externalId,
      name,
      isCurrent: externalId === chosen?.externalId,
    })),
    agentsExport: chatUrl('chat.dashboard.export', {}, query({ ...current, table: 'agents' })),
    timeExport: chatUrl('chat.dashboard.export', {}, query({ ...current, table: 'time' })),
  }
}
