// Runs the measurements: all of them, or the parts named. --quick takes fewer and shorter turns.
import { spawn } from 'node:child_process'
import { root } from './run.mjs'

const hook = new URL('../src/kit/tsx-hook.mjs', import.meta.url).href
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', hook, 'bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
