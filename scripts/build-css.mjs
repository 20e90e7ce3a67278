// Makes src/ui/assets/opbloei.css: picked components of the NL Design System (EUPL-1.2) in a layer below our own theme and parts.
// node scripts/build-css.mjs          writes the sheet
// node scripts/build-css.mjs --check  fails when the committed sheet is not what its sources make
// node scripts/build-css.mjs --unset  names the properties of the picked components that our theme leaves open
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { transform } from 'esbuild'

const root = new URL('../', import.meta.url)
const target = fileURLToPath(new URL('src/ui/assets/opbloei.css', root))

const COMPONENTS = [
  '@nl-design-system-candidate/button-css/dist/button.css',
  '@nl-design-system-candidate/data-badge-css/dist/data-badge.css',
  '@nl-design-system-candidate/skip-link-css/dist/skip-link.css',
  '@utrecht/alert-css/dist/index.css',
  '@utrecht/form-field-css/dist/index.css',
  '@utrecht/form-label-css/dist/index.css',
  '@utrecht/select-css/dist/index.css',
  '@utrecht/table-css/dist/index.css',
  '@utrecht/textarea-css/dist/index.css',
  '@utrecht/textbox-css/dist/index.css',
]

// Variants that no page of ours uses: leaving them out keeps the sheet small.
const UNUSED =
  /--(?:pressed|positive|busy|icon-only|distanced|sticky[\w-]*|oneline|fixed|alternate-[\w-]+|checkbox|radio|[\w-]*-size|placeholder-\w+|url|password|numeric|focus|focus-visible|read-only|multiple|overflow-inline|selected)\b|:read-only|__placeholder|__(?:figcaption|footer|header-cell-button|header-cell|cell|row|caption|header|body)\b|figcaption|has\(\.utrecht-button\)|:user-invalid(?!.*aria)|utrecht-html|(?:primary|subtle)[^,]*negative/

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()

async function run() {
  const sheet = await build()
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== sheet) {
      console.error('src/ui/assets/opbloei.css is not what its sources make. Run: node scripts/build-css.mjs')
      process.exit(1)
    }
  } else if (process.argv.includes('--unset')) {
    const set = new Set([...sheet.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name))
    const used = new Set([...sheet.matchAll(/var\((--[\w-]+)\s*(?=[,)])/g)].map(([, name]) => name))
    console.log([...used].filter((name) => !set.has(name)).join('\n'))
  } else {
    writeFileSync(target, sheet)
    console.log(`${sheet.length} bytes, ${brotliCompressSync(sheet).length} with brotli`)
  }
}

/** The whole sheet as its sources make it. */
export async function build() {
  const picked = COMPONENTS.map((path) => pruned(readFileSync(new URL(`node_modules/${path}`, root), 'utf8'))).join('\n')
  const folder = new URL('src/ui/styles/', root)
  const own = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const served = (_, name) => {
    const font = readFileSync(new URL(`src/ui/assets/${name}.woff2`, root))
    return `/bestanden/${name}.${createHash('sha256').update(font).digest('hex').slice(0, 12)}.woff2`
  }
  const whole = `@layer nl{${picked}}\n${darkened(own).replace(/\/bestanden\/([\w-]+)\.woff2/g, served)}`
  const { code } = await transform(whole, { loader: 'css', minify: true, target: ['chrome120', 'firefox120', 'safari17'], legalComments: 'none' })
  return `/* Made by scripts/build-css.mjs. Holds parts of NL Design System components, copyright Frameless B.V. and Gemeente Utrecht, EUPL-1.2. */\n${code}`
}

/** Writes `@dark {…}` out twice: for who asks the system for dark, and for who chose it here. */
function darkened(css) {
  return css.replace(
    /@dark \{([^}]*)\}/g,
    (_, body) => `@media (prefers-color-scheme: dark){:root:not([data-theme="light"]){${body}}}:root[data-theme="dark"]{${body}}`,
  )
}

/** Drops the rules of variants that are not used; a rule stays when any of its selectors stays. */
function pruned(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '')
  let out = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    if (open < 0) break
    const head = text.slice(at, open).trim()
    let depth = 1
    let end = open + 1
    for (; depth > 0; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0
    const body = text.slice(open + 1, end - 1)
    if (head.startsWith('@')) {
      const inner = pruned(body)
      if (inner.trim()) out += `${head}{${inner}}`
    } else {
      const kept = selectors(head).filter((selector) => !UNUSED.test(selector))
      if (kept.length > 0 && body.trim()) out += `${kept.join(',')}{${body}}`
    }
    at = end
  }
  return out
}

/** Splits at commas outside brackets. */
function selectors(head) {
  const parts = ['']
  let depth = 0
  for (const sign of head) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}
