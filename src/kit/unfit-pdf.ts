import { inflateSync } from 'node:zlib'
import type { Unfit } from './office.ts'

/** What the parts of a PDF that describe others may take together, unpacked. */
const MOST_TEXT = 40 * 1024 * 1024

/**
 * What of a PDF would do something by itself (scripts, starting a program, forms that carry scripts), whether another file is in it, and whether it cannot be
 * looked through; null where there is nothing. A name counts however it is written: `/J#61vaScript` is the same to a reader of PDF.
 */
export function unfitPdf(bytes: Buffer): Unfit | null {
  const raw = plainNames(bytes.toString('latin1'))
  // These are too long to stand in a picture by chance, so they count wherever they stand.
  if (/\/(?:JavaScript|RichMedia)\b|\/S\s*\/Launch\b|\/Launch\s*[<>/]/.test(raw)) return 'script'
  if (/\/EmbeddedFiles?\b/.test(raw)) return 'holdsFile'
  const inside = insideOf(bytes)
  if (inside === null) return 'locked'
  const described = plainNames(inside)
  if (/\/Encrypt\b/.test(described)) return 'locked'
  if (/\/(?:JavaScript|RichMedia|Launch|XFA)\b/.test(described)) return 'script'
  return /\/EmbeddedFiles?\b/.test(described) ? 'holdsFile' : null
}

/**
 * What a PDF says outside its pictures and pages, also where it is packed; null where a part that describes others cannot be unpacked. Every `stream` is looked
 * at, also one within another, so that a word in a remark hides nothing.
 */
function insideOf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1')
  const said: string[] = []
  let left = MOST_TEXT
  let at = 0
  for (const found of text.matchAll(/\bstream\r?\n/g)) {
    const before = text.slice(at, found.index)
    said.push(afterStream(before))
    at = found.index + found[0].length
    if (!/\/ObjStm\b/.test(plainNames(before))) continue
    const end = text.indexOf('endstream', at)
    const unpacked = unpackedPart(bytes.subarray(at, end < 0 ? undefined : end), plainNames(before), left)
    if (unpacked === null) return null
    left -= unpacked.length
    said.push(unpacked)
  }
  said.push(afterStream(text.slice(at)))
  return said.join('\n')
}

function afterStream(text: string): string {
  const end = text.indexOf('endstream')
  return end < 0 ? text : text.slice(end)
}

function unpackedPart(bytes: Buffer, about: string, most: number): string | null {
  const filter = [...about.matchAll(/\/Filter\s*(\[[^\]]*\]|\/\w+)/g)].at(-1)?.[1]?.replace(/[[\]\s]/g, '') ?? ''
  if (filter === '') return bytes.toString('latin1')
  // With a predictor the bytes are differences, which no writer uses for these parts.
  if ((filter !== '/FlateDecode' && filter !== '/Fl') || /\/Predictor\s*(?!1\b)\d/.test(about) || most <= 0) return null
  try {
    return inflateSync(bytes, { maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}

function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
