/** A process that does not end by itself. */
setInterval(() => {}, 1000)
process.send!('running')
