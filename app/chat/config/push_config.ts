/** Pushes to agents' browsers (Web Push). */
export interface PushConfig {
  /**
   * The push services of browsers, by host name; `*.push.example` stands for all names below. Browsers name the
   * address themselves, so pushes go to no other.
   */
  services: readonly string[]
  /**
   * Whether a push service may be in a private network, this machine included: only for installations that run
   * their own.
   */
  allowPrivateAddresses: boolean
  /** Seconds that a push service has to respond. */
  timeoutSeconds: number
  /**
   * Where operators of push services reach yours: `mailto:` or `https:`; by default the address of the
   * application.
   */
  contact: string | null
}
