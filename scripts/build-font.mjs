// Makes the three files of our letter in src/ui/assets from Atkinson Hyperlegible Next (OFL-1.1): what nearly every page needs, the other Latin letters, and
// those of languages further away. A browser fetches the last two only for a page on which such a letter stands. Weights below 400 are left out: no page uses them.
// node scripts/build-font.mjs          fetches the two packages it needs into the folder for temporary files, once, and writes the files
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = ['subset-font@2.9.0', '@fontsource-variable/atkinson-hyperlegible-next@5.3.0']
const WEIGHTS = { wght: { min: 400, max: 800, default: 400 } }
const LATIN = [[0x20, 0x7e], [0xa0, 0xff], 0x131, 0x152, 0x153, 0x2c6, 0x2da, 0x2dc, [0x2009, 0x2026], 0x2039, 0x203a, 0x2044, 0x20ac, 0x2122, 0x2212, 0x2215]
/** Letters and signs of Dutch and English pages. */
const NEAR = new Set(`${range(0x20, 0x7e)}\u00a0áàâäçéèêëíìîïñóòôöúùûüÉÈËÏÖÜ€·•–—‘’“”…×−©°½¼²³\u2009`)

const home = join(tmpdir(), 'opbloei-font')
if (!existsSync(join(home, 'node_modules/subset-font'))) {
  const fetched = spawnSync('npm', ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES], { stdio: 'inherit' })
  if (fetched.status !== 0) process.exit(1)
}
const subset = createRequire(join(home, 'package.json'))('subset-font')
const source = (name) =>
  readFileSync(join(home, `node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${name}-wght-normal.woff2`))
const latin = [...LATIN.map((each) => (Array.isArray(each) ? range(...each) : String.fromCodePoint(each))).join('')]

await write('atkinson-next.woff2', source('latin'), [...NEAR])
await write(
  'atkinson-next-latin.woff2',
  source('latin'),
  latin.filter((letter) => !NEAR.has(letter)),
)
await write(
  'atkinson-next-far.woff2',
  source('latin-ext'),
  [...range(0x100, 0x24f), ...range(0x1e00, 0x1eff)].filter((letter) => !latin.includes(letter)),
)

async function write(name, font, letters) {
  const made = await subset(font, letters.join(''), { targetFormat: 'woff2', variationAxes: WEIGHTS })
  writeFileSync(fileURLToPath(new URL(`../src/ui/assets/${name}`, import.meta.url)), made)
  console.log(`${name}: ${made.length} bytes for ${letters.length} letters`)
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')
}
