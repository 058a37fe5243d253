import type { ChatConfig } from '#chat/config/chat_config'
import { TooManyStreams } from '#chat/exceptions/chat_errors'
import type { OpenStream } from '#chat/realtime/open_stream'
import type { StreamRequest } from '#chat/realtime/stream_request'
import type { SharedCounts } from '#chat/redis/shared_counts'

/** Limits the streams of an owner and of a network address: in this process and, with shared counts, in all of them. */
export class StreamLimits {
  constructor(
    protected config: ChatConfig['streams'],
    protected streams: Iterable<OpenStream>,
    protected counts?: SharedCounts
  ) {}

  /** @throws TooManyStreams when the owner or the address has reached its limit in this process */
  refuseExcess({ owner, allowed }: StreamRequest, ip: string) {
    let ofOwner = 0
    let ofAddress = 0
    for (const stream of this.streams) {
      if (stream.owner === owner) ofOwner += 1
      if (stream.ip === ip) ofAddress += 1
    }
    if (ofOwner >= allowed || ofAddress >= this.config.perIp) throw new TooManyStreams()
  }

  /**
   * Counts a stream over all processes, and returns what takes it off again; undefined, without a wait, where processes
   * share no counts.
   *
   * @throws TooManyStreams when the owner or the address is over its limit
   */
  count(request: StreamRequest, ip: string): Promise<() => void> | undefined {
    return this.counts && this.#countWith(this.counts, request, ip)
  }

  async #countWith(counts: SharedCounts, { owner, allowed }: StreamRequest, ip: string) {
    const keys = [`streams/${owner}`, `streams/address/${ip}`]
    const uncount = () => void counts.release(keys)
    const [ofOwner, ofAddress] = (await counts.take(keys)) ?? [0, 0]
    if (ofOwner <= allowed && ofAddress <= this.config.perIp) return uncount
    uncount()
    throw new TooManyStreams()
  }
}
