import { appendFileSync, existsSync, writeFileSync } from 'node:fs'

/** Stands for a process that runs tests: the first time it hangs in one, the second time that one passes. */
const { TEST_REPORT, TEST_FILES } = process.env
const flag = `${TEST_FILES}/hung`
const test = { suite: 'unit', file: 'tests/a.spec.ts', group: null, title: 'waits', name: 'waits' }
const tell = (result: string) =>
  appendFileSync(TEST_REPORT!, `${JSON.stringify({ result, ...test })}\n`)

tell('begun')
if (existsSync(flag)) {
  tell('passed')
  appendFileSync(TEST_REPORT!, 'end\n')
} else {
  writeFileSync(flag, '')
  setInterval(() => {}, 1000)
}
