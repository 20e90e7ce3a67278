#!/usr/bin/env node
// The one door of the program, in plain JavaScript so that any Node from 20 on can open it: it installs what is
// missing and goes on with the Node of this project, which the sources need.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')
const forDevelopers = ['test', 'check', 'bench', 'dev']
const [command = '', ...rest] = process.argv.slice(2)
const ofDevelopers = forDevelopers.includes(command)
const helpOf = {
  test: 'Usage: npm test [-- PART …]\nProves everything, or only the parts whose names begin so: rules, stories, browser, pages, tidy, check.',
  check: 'Usage: npm run check\nTypes, style and the walls between rooms, in seconds.',
  bench:
    'Usage: npm run bench [-- PART …] [--quick]\nMeasures against limits in the same run: posting, reading, settling, search, crash, start, invoices, pages, desk, bytes; lighthouse only when named.',
  dev: 'Usage: npm run dev\nStarts, and starts again when a source changes.',
}
if (ofDevelopers && rest.includes('--help')) {
  console.log(helpOf[command])
  process.exit(0)
}

if (Number(process.versions.node.split('.')[0]) < 20) giveUp(`Opbloei needs Node 20 or newer to begin; this is Node ${process.versions.node}.`)
const reason = whyInstall()
if (reason) install(reason)
goOn()

/** Compares what stands in node_modules with the lock file, so that no stamp can lie about it. */
function whyInstall() {
  const wanted = read(join(root, 'package-lock.json'))?.packages
  if (!wanted) return null
  const present = read(join(root, 'node_modules', '.package-lock.json'))?.packages
  if (!present) return 'first time'
  for (const [path, { version, optional, dev, peer, devOptional }] of Object.entries(wanted)) {
    if (path === '' || present[path]?.version === version) continue
    if (!present[path] && (optional || devOptional || peer || (dev && !ofDevelopers))) continue
    return `${path.replace(/^.*node_modules\//, '')} ${version} is missing`
  }
  return existsSync(projectNode()) ? null : 'the Node of this project is missing'
}

function install(why) {
  console.error(`Opbloei installs its packages (${why}). This takes a minute or two.`)
  // The Node inside node_modules must not run the command that replaces node_modules.
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => resolve(part) !== resolve(bin))
  const env = { ...process.env, PATH: path.join(delimiter) }
  if (ofDevelopers) Object.assign(env, { NODE_ENV: 'development', npm_config_omit: '', npm_config_include: 'dev' })
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.error) giveUp(`npm could not be started (${done.error.message}).\nInstall npm, or run "npm ci" in ${root} yourself, and try again.`)
  if (done.status !== 0)
    giveUp(
      `The packages could not be installed.\nIs there a connection to the internet, or to the package registry that npm is set to? Then run the same command again.`,
    )
  const still = whyInstall()
  if (still)
    giveUp(
      `The packages are installed, but not whole: ${still}.\nRun "npm ci" in ${root}; if npm asks for it, allow the install scripts listed in package.json.`,
    )
}

/** From here the project's own Node; the exit code and signals are those of the program itself. */
function goOn() {
  const args = ofDevelopers
    ? [join(root, 'scripts', `${command}.mjs`), ...rest]
    : [
        '--import',
        new URL('../src/kit/tsx-hook.mjs', import.meta.url).href,
        '--disable-warning=ExperimentalWarning',
        join(root, 'src', 'app', 'cli.ts'),
        ...process.argv.slice(2),
      ]
  const node = projectNode()
  const env = { ...process.env, PATH: [bin, process.env.PATH ?? ''].join(delimiter) }
  // Becoming the program is best: nothing is left behind when somebody ends this process.
  if (typeof process.execve === 'function' && process.platform !== 'win32') process.execve(node, [node, ...args], env)
  const child = spawn(node, args, { stdio: 'inherit', env })
  // A terminal sends Ctrl-C to the child as well; sent on twice it would cut a clean end short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => giveUp(`The program could not be started: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function projectNode() {
  return process.platform === 'win32' ? join(root, 'node_modules', 'node', 'bin', 'node.exe') : join(bin, 'node')
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}
