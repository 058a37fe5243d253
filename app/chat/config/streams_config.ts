/** Event streams: how many, how often they give a sign of life, and how they end. */
export interface StreamsConfig {
  perVisitor: number
  perIp: number
  perAgent: number
  /**
   * Seconds between heartbeats while a page is in the foreground; three times as long in the background. A lost
   * frame is noticed within that time. Proxies cut silent streams after 60.
   */
  heartbeatSeconds: number
  /**
   * Seconds over which a process that ends sends its readers to the others; with more than 20 readers for each it
   * takes longer, up to four times as long. Its supervisor must wait for longer before it kills the process.
   */
  drainSeconds: number
  /** Bytes of unread frames after which a stalled stream is ended. */
  maxBufferedBytes: number
}
