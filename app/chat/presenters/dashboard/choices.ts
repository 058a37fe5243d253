import type Widget from '#chat/models/widget'
import type { Report } from '#chat/services/analytics/analytics'
import type { PeriodName } from '#chat/services/analytics/period'

const LABELS: [Exclude<PeriodName, 'custom'>, string][] = [
  ['today', 'Today'],
  ['7d', '7 days'],
  ['30d', '30 days'],
  ['90d', '90 days'],
]

/** What may be chosen on the dashboard, with what is chosen marked. */
export function presentChoices({ period }: Report, widgets: Widget[], chosen: Widget | null) {
  const query = (values: Record<string, string>) =>
    new URLSearchParams({ ...values, ...(chosen ? { widget: chosen.externalId } : {}) })
  const current: Record<string, string> =
    period.name === 'custom'
      ? { period: 'custom', from: period.from, to: period.to }
      : { period: period.name }
  return {
    period,
    periods: LABELS.map(([name, label]) => ({
      label,
      url: `/chat/dashboard?${query({ period: name })}`,
      isCurrent: name === period.name,
    })),
    isCustom: period.name === 'custom',
    widgets: widgets.map(({ externalId, name }) => ({
      id: externalId,
      name,
      isCurrent: externalId === chosen?.externalId,
    })),
    agentsExport: `/chat/dashboard/export?${query({ ...current, table: 'agents' })}`,
    timeExport: `/chat/dashboard/export?${query({ ...current, table: 'time' })}`,
  }
}
