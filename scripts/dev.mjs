// The program that starts again when a source changes.
import { spawn } from 'node:child_process'
import { root } from './run.mjs'

const hook = new URL('../src/kit/tsx-hook.mjs', import.meta.url).href
const args = ['--watch-path=src', '--watch-path=db/migrations', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', '--import', hook]
const child = spawn(process.execPath, [...args, 'src/app/cli.ts', 'start', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
child.on('exit', (code) => process.exit(code ?? 1))
