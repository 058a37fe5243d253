/** One value of a metric; `suffix` is for the parts of a histogram. */
export interface Sample {
  value: number
  labels?: Record<string, string>
  suffix?: string
}

export interface Metric {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: Sample[]
}

/** The media type of the text. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/** Metrics in Prometheus' text form, which OpenTelemetry's collector reads as well. */
export const expositionOf = (metrics: Metric[]) => `${metrics.flatMap(linesOf).join('\n')}\n`

const linesOf = ({ name, help, type, samples }: Metric) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
  ...samples.map(
    ({ value, labels, suffix = '' }) => `${name}${suffix}${labelsOf(labels)} ${value}`
  ),
]

function labelsOf(labels: Record<string, string> = {}) {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length ? `{${pairs.join(',')}}` : ''
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
