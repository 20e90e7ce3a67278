import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES = {
  'opbloei.css': 'text/css; charset=utf-8',
  'opbloei.js': 'text/javascript; charset=utf-8',
  'emblem.svg': 'image/svg+xml',
  'kaart.png': 'image/png',
  'atkinson-next.woff2': 'font/woff2',
  'atkinson-next-latin.woff2': 'font/woff2',
  'atkinson-next-far.woff2': 'font/woff2',
} as const satisfies Record<string, string>

export type AssetName = keyof typeof TYPES

type Encoding = 'br' | 'gzip' | 'plain'
type Asset = { readonly url: string; readonly type: string; readonly bytes: Buffer; readonly encoded: Map<Encoding, Uint8Array<ArrayBuffer>> }

const assets = new Map<string, Asset>()
const byName = new Map<string, Asset>()
for (const [name, type] of Object.entries(TYPES)) {
  const bytes = readFileSync(new URL(`./assets/${name}`, import.meta.url))
  const file = hashedName(name, bytes)
  const asset = { url: `/bestanden/${file}`, type, bytes, encoded: new Map() }
  assets.set(file, asset)
  byName.set(name, asset)
}

/** Where a file of the look is found; the address changes with the content, so a browser may keep it for a year. */
export function assetUrl(name: AssetName): string {
  const asset = byName.get(name)
  if (!asset) throw new Error(`no such asset: ${name}`)
  return asset.url
}

/** `opbloei.3f2a91c04b7d.css`: the name with the start of its content's digest; scripts/build-css.mjs reckons the same way. */
export function hashedName(name: string, bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return name.replace(/\.(\w+)$/, `.${digest}.$1`)
}

/** Answers with a file of the look, brotli or gzip when the browser takes it; each is compressed once. 404 for any other name. */
export function serveAsset(name: string, acceptEncoding: string): Response {
  const asset = assets.get(name)
  if (!asset) return new Response('', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const encoding = chosenEncoding(asset, acceptEncoding)
  const headers = new Headers({ 'Content-Type': asset.type, 'Cache-Control': 'public, max-age=31536000, immutable', 'X-Content-Type-Options': 'nosniff' })
  if (!isPacked(asset)) headers.set('Vary', 'Accept-Encoding')
  if (encoding !== 'plain') headers.set('Content-Encoding', encoding)
  return new Response(encoded(asset, encoding), { headers })
}

/** Fonts and pictures are packed by their own format: once more would make them larger. */
function isPacked(asset: Asset): boolean {
  return asset.type.startsWith('font/') || asset.type === 'image/png'
}

function chosenEncoding(asset: Asset, accept: string): Encoding {
  if (isPacked(asset)) return 'plain'
  if (/\bbr\b/.test(accept)) return 'br'
  return /\bgzip\b/.test(accept) ? 'gzip' : 'plain'
}

function encoded(asset: Asset, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const kept = asset.encoded.get(encoding)
  if (kept) return kept
  const made = new Uint8Array(compress(asset.bytes, encoding))
  asset.encoded.set(encoding, made)
  return made
}

function compress(bytes: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'br')
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  return encoding === 'gzip' ? gzipSync(bytes, { level: 9 }) : bytes
}
