import type { Spread } from './statistics.js'

export const KB = 1024
export const MB = 1024 ** 2

export const kilobytes = (bytes: number) => `${(bytes / KB).toFixed(2)} KB`
export const megabytes = (bytes: number) => `${(bytes / MB).toFixed(0)} MB`
export const milliseconds = (value: number) => `${value.toFixed(1)} ms`
/** Of many requests: the median, and what one in a hundred exceeds. */
export const middleAndWorst = ({ p50, p99 }: Spread) =>
  `${milliseconds(p50)} (p99 ${milliseconds(p99)})`
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
export const times = (ratio: number) => `${ratio.toFixed(2)} ×`
