import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const DATA = fileURLToPath(new URL('data/einvoice/', import.meta.url))
const CACHE = fileURLToPath(new URL('../.cache/einvoice/', import.meta.url))

export type Finding = { readonly rule: string; readonly severity: string; readonly text: string }
export type EInvoiceChecker = (xml: string) => Promise<readonly Finding[]>

/** Checks a UBL document against the XSD, and when it is well-formed by it, against EN 16931 and NLCIUS. An empty list is a lawful document. */
export function einvoiceChecker(): Promise<EInvoiceChecker> {
  made ??= makeChecker()
  return made
}

// The rules are large: stories of one run share them.
let made: Promise<EInvoiceChecker> | null = null

async function makeChecker(): Promise<EInvoiceChecker> {
  const folder = unpacked()
  const rules = compiled(folder)
  const schemas = new Map<string, XsdValidator>()
  xmlRegisterInputProvider(fsInputProviders)
  const saxon = createRequire(import.meta.url)('saxon-js') as Saxon
  return async (xml) => {
    const wrong = againstSchema(xml, folder, schemas)
    if (wrong.length > 0) return wrong
    const result = await saxon.transform({ stylesheetInternal: rules, sourceText: xml, destination: 'serialized', logLevel: 0 }, 'async')
    return failures(result.principalResult)
  }
}

type Saxon = { transform(options: object, how: 'async'): Promise<{ principalResult: string }> }

function againstSchema(xml: string, folder: string, schemas: Map<string, XsdValidator>): Finding[] {
  const name = xml.includes('<CreditNote') ? 'CreditNote' : 'Invoice'
  let schema = schemas.get(name)
  if (!schema) {
    const file = join(folder, `xsd/maindoc/UBL-${name}-2.1.xsd`)
    using document = XmlDocument.fromBuffer(readFileSync(file), { url: file })
    schema = XsdValidator.fromDoc(document)
    schemas.set(name, schema)
  }
  try {
    using document = XmlDocument.fromString(xml)
    schema.validate(document)
    return []
  } catch (error) {
    return [{ rule: 'XSD', severity: 'fatal', text: String(error) }]
  }
}

function failures(svrl: string): Finding[] {
  return [...svrl.matchAll(/<svrl:(?:failed-assert|successful-report)\b([^>]*)>([\s\S]*?)<\/svrl:(?:failed-assert|successful-report)>/g)].map(
    ([, attributes = '', body = '']) => ({
      rule: /\bid="([^"]*)"/.exec(attributes)?.[1] ?? '?',
      severity: /\bflag="([^"]*)"/.exec(attributes)?.[1] ?? 'fatal',
      text: body.replace(/<[^>]*>/g, ' ').trim(),
    }),
  )
}

/** The rule files, unpacked into a folder named after their contents. */
function unpacked(): string {
  const files = globSync('**/*.gz', { cwd: DATA }).sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(DATA, file)))
  const folder = join(CACHE, hash.digest('hex').slice(0, 16))
  if (existsSync(join(folder, 'complete'))) return folder
  for (const file of files) {
    const to = join(folder, file.slice(0, -3))
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, gunzipSync(readFileSync(join(DATA, file))))
  }
  writeFileSync(join(folder, 'complete'), '')
  return folder
}

/** The rules as the engine runs them; compiling takes half a minute, so the result is kept. */
function compiled(folder: string): object {
  const kept = join(folder, 'si-ubl-2.0.sef.json')
  if (!existsSync(kept)) {
    const compiler = createRequire(import.meta.url).resolve('xslt3/xslt3.js')
    const args = [compiler, `-xsl:${join(folder, 'si-ubl-2.0.xsl')}`, `-export:${kept}.new`, '-nogo', '-relocate:on', '-ns:##html5']
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
    renameSync(`${kept}.new`, kept)
  }
  return JSON.parse(readFileSync(kept, 'utf8'))
}
