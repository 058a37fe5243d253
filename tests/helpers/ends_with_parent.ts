/**
 * For a forked process, by `--import`: it ends when the process that forked it has gone, however that ended. The
 * channel alone does not keep it running.
 */
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
