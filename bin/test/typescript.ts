/** Node.js's arguments with which a process of the tests, or a server that one starts, runs the sources. */
export const TYPESCRIPT = ['--import=@poppinss/ts-exec', '--import=./bin/test/kept_typescript.ts']
