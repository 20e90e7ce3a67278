// A browser to test with: the one that is there, or else one that can be had.
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, tool } from './run.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const how = `The browser stories need Chromium, and none was found.
Set CHROMIUM_PATH to a Chromium or Chrome, or install one:
  Debian, Ubuntu   apt-get install chromium
  elsewhere        npx playwright-core install chromium`

/** The path of a Chromium; installs one when none is found. Says `why` when that fails too. */
export async function findChromium() {
  const set = process.env.CHROMIUM_PATH
  if (set) return existsSync(set) ? { path: set } : { path: null, why: `CHROMIUM_PATH names ${set}, which does not exist.\n${how}` }
  const found = onPath() ?? (await fromPlaywright())
  if (found) return { path: found }
  const tried = isDebianRoot() ? await installFromDebian() : await installFromPlaywright()
  const path = onPath() ?? (await fromPlaywright())
  return path ? { path } : { path: null, why: `${how}\n\nInstalling it was tried:\n${tried.output}` }
}

function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch {}
    }
  }
  return null
}

async function fromPlaywright() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : null
}

function isDebianRoot() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function installFromDebian() {
  console.log('  Chromium is not here; it is installed from the packages of Debian.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return run('sh', ['-c', 'apt-get update -q && apt-get install -y -q --no-install-recommends chromium'], { env })
}

function installFromPlaywright() {
  console.log('  Chromium is not here; Playwright installs one.')
  return run(process.execPath, [tool('playwright-core', 'cli.js'), 'install', 'chromium'])
}
