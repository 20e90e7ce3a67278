import { refuse } from '#kit/refusal.ts'
import { nl } from '../banking.nl.ts'

/** Bytes to text, in the encoding that the file itself names; UTF-8 when it names none. */
export type Decoder = { readonly write: (bytes: Uint8Array) => readonly string[]; readonly end: () => readonly string[] }

const ENOUGH = 200

export function decoder(): Decoder {
  let waiting: Uint8Array | null = new Uint8Array(0)
  let text: TextDecoder | null = null

  function decode(bytes: Uint8Array, last: boolean): string[] {
    try {
      const piece = text?.decode(bytes, { stream: !last }) ?? ''
      return piece === '' ? [] : [piece]
    } catch {
      return refuse(nl.camt.badBytes, { encoding: text?.encoding ?? '' })
    }
  }

  function start(bytes: Uint8Array): void {
    const label = labelOf(bytes)
    try {
      text = new TextDecoder(label, { fatal: true })
    } catch {
      refuse(nl.camt.unknownEncoding, { encoding: label.slice(0, 40) })
    }
  }

  return {
    write: (bytes) => {
      if (!waiting) return decode(bytes, false)
      waiting = joined(waiting, bytes)
      if (waiting.length < ENOUGH) return []
      const all = waiting
      waiting = null
      start(all)
      return decode(all, false)
    },
    end: () => {
      const all = waiting ?? new Uint8Array(0)
      if (waiting) start(all)
      waiting = null
      return decode(all, true)
    },
  }
}

/** The encoding by its first bytes, or by the XML declaration. Refuses what is plainly another kind of file. */
function labelOf(bytes: Uint8Array): string {
  if (bytes.length === 0) refuse(nl.camt.empty)
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) refuse(nl.camt.zip)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, ENOUGH))
  if (/^\s*(\{1:|:20:|\S{0,20}\r?\n940|ABNANL)/.test(start)) refuse(nl.camt.mt940)
  if (!/^\s*</.test(start)) refuse(nl.camt.notXml)
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1] ?? 'utf-8'
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
