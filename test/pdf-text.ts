import { inflateSync } from 'node:zlib'

export type PdfText = {
  /** The words in the order in which they were drawn. */
  readonly text: string
  /** How many glyphs were drawn that stand for no sign: number 0 is the empty box of a font. */
  readonly unknown: number
  /** The whole file as far as it can be read: packed parts unpacked. */
  readonly plain: string
}

/** Reads what a PDF of our own maker says: unpacks its streams, and reads glyphs back through the map each font carries. */
export function pdfText(pdf: Uint8Array): PdfText {
  const file = Buffer.from(pdf)
  const raw = file.toString('latin1')
  const objects = new Map<string, { readonly head: string; readonly stream: string }>()
  for (const found of raw.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
    const [, id = '', body = ''] = found
    const at = /stream\r?\n/.exec(body)
    const head = at ? body.slice(0, at.index) : body
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const bytes = at ? Buffer.from(body.slice(at.index + at[0].length), 'latin1').subarray(0, length) : Buffer.alloc(0)
    objects.set(id, { head, stream: (/\/FlateDecode/.test(head) ? inflateSync(bytes) : bytes).toString('latin1') })
  }
  let text = ''
  let unknown = 0
  for (const { head } of objects.values()) {
    if (!/\/Type ?\/Page\b(?!s)/.test(head)) continue
    // Each page calls its fonts by names of its own.
    const maps = new Map<string, ReadonlyMap<number, string>>()
    for (const [, name = '', id = ''] of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1]
      if (cmap) maps.set(name, cmapOf(objects.get(cmap)?.stream ?? ''))
    }
    let font: ReadonlyMap<number, string> = new Map()
    const stream = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? ''
    for (const token of tokensOf(stream)) {
      if (token.kind === 'font') font = maps.get(token.said) ?? new Map()
      else if (token.kind === 'end') text += '\n'
      else
        for (const glyph of glyphsOf(token.said)) {
          if (glyph === 0 || !font.has(glyph)) unknown++
          text += font.get(glyph) ?? ''
        }
    }
  }
  return { text, unknown, plain: [raw, ...[...objects.values()].map(({ stream }) => stream)].join('\n') }
}

type Token = { readonly kind: 'font' | 'drawn' | 'end'; readonly said: string }

const OUTSIDE = /\/Alt ?(?=\()|\/(f\d+) [\d.]+ Tf|\bET\b|\(/g

/** Which font is chosen, what is drawn in it, and where a piece of text ends. What a picture says to who cannot see it is not drawn. */
function tokensOf(stream: string): Token[] {
  const tokens: Token[] = []
  let alt = false
  for (let at = 0; at < stream.length; ) {
    OUTSIDE.lastIndex = at
    const found = OUTSIDE.exec(stream)
    if (!found) break
    at = OUTSIDE.lastIndex
    if (found[0] === '(') {
      const end = endOfString(stream, at)
      if (!alt) tokens.push({ kind: 'drawn', said: stream.slice(at, end) })
      alt = false
      at = end + 1
    } else if (found[1]) tokens.push({ kind: 'font', said: found[1] })
    else if (found[0] === 'ET') tokens.push({ kind: 'end', said: '' })
    else alt = true
  }
  return tokens
}

/** Where the bracket stands that closes a string. One inside it needs no backslash as long as each that opens is closed, however deep: ids of glyphs are such bytes. */
function endOfString(stream: string, start: number): number {
  let depth = 0
  for (let at = start; at < stream.length; at++) {
    const sign = stream[at]
    if (sign === '\\') at++
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return at
  }
  return stream.length
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The numbers of glyphs in a string as a PDF writes it: two bytes each, some of them escaped. */
function glyphsOf(written: string): number[] {
  const bytes: number[] = []
  for (const [all, octal, sign] of written.matchAll(/\\([0-7]{1,3})|\\([\s\S])|[\s\S]/g)) {
    if (octal) bytes.push(Number.parseInt(octal, 8))
    else bytes.push(sign ? (ESCAPES[sign] ?? sign.charCodeAt(0)) : all.charCodeAt(0))
  }
  return Array.from({ length: bytes.length >> 1 }, (_, at) => (bytes[2 * at] ?? 0) * 256 + (bytes[2 * at + 1] ?? 0))
}

function cmapOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>()
  const word = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) map.set(Number.parseInt(code, 16), word(to))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++)
        map.set(code, String.fromCodePoint((word(first).codePointAt(0) ?? 0) + code - Number.parseInt(from, 16)))
  return map
}
