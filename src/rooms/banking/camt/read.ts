import { SaxesParser } from 'saxes'
import type { Sentence } from '#kit/refusal.ts'
import { Refusal, refuse } from '#kit/refusal.ts'
import type { Params } from '#kit/text.ts'
import { nl } from '../banking.nl.ts'
import { decoder } from './decode.ts'
import { BETWEEN, type Gathered, type Part, type Place, shape } from './shape.ts'
import type { CamtFile, CamtLine, CamtStatement, Sink, StatementHead } from './statement.ts'
import { type Tell, teller } from './tell.ts'

export type Limits = { readonly bytes: number; readonly depth: number; readonly textAtOnce: number }

/** A year of a busy shop is some 20 MB; deeper or longer than these no bank goes. */
export const LIMITS: Limits = { bytes: 64 * 1024 * 1024, depth: 40, textAtOnce: 256 * 1024 }

/** What the parser needs of a place in the document: where it is, or null inside something we pass over. */
type Open = { readonly place: Place | null; readonly line: number; readonly currency: string | null }

export type CamtReader = { readonly write: (bytes: Uint8Array) => void; readonly end: () => CamtFile }

/**
 * Reads a CAMT.053 file (.02, .03 or .08) as events, chunk by chunk: the file is never a tree in memory.
 * Statements and lines go to the sink as they come. Refuses, with line and reason, what is no bank statement, has another
 * currency, an entry without any date, or balances that do not tie; then nothing that the sink got may be kept.
 */
export function camtReader(sink: Sink, limits: Limits = LIMITS): CamtReader {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const decode = decoder()
  const opened: Open[] = []
  const gathered: Partial<Record<Part, Gathered>> = {}
  const begunAt: Partial<Record<Part, number>> = {}
  const file: { version: CamtFile['version'] | null; messageId: string | null } = { version: null, messageId: null }
  const tell: Tell = teller(sink)
  let text = ''
  let size = 0
  let lastEvent = 0
  let written = 0

  const no = (sentence: Sentence, params: Params = {}): never => refuse(sentence, { line: parser.line, ...params })

  parser.on('error', (error) => {
    if (error instanceof Refusal) throw error
    no(nl.camt.notWellFormed)
  })
  parser.on('doctype', () => no(nl.camt.doctype))
  parser.on('text', (part) => take(part))
  parser.on('cdata', (part) => take(part))
  parser.on('comment', () => touch())
  parser.on('processinginstruction', () => touch())
  parser.on('opentag', (tag) => {
    touch()
    text = ''
    const name = local(tag.name)
    if (opened.length === 0) file.version = versionOf(name, tag.name, tag.attributes, no)
    else if (opened.length === 1 && name !== 'BkToCstmrStmt') no(nl.camt.otherMessage, { found: name.slice(0, 40) })
    if (opened.length >= limits.depth) no(nl.camt.tooDeep, { most: limits.depth })
    const above = opened.length === 0 ? ROOT : (opened[opened.length - 1]?.place ?? null)
    const place = above?.children.get(name) ?? null
    if (place?.begins) begin(place.begins)
    opened.push({ place, line: parser.line, currency: place?.field ? (tag.attributes.Ccy ?? null) : null })
  })
  parser.on('closetag', () => {
    touch()
    const last = opened.pop()
    const place = last?.place
    if (!last || !place) return
    if (place.field) keep(place.field, text.trim(), last.currency)
    text = ''
    if (place.begins) finish(place.begins)
  })

  function touch(): void {
    lastEvent = written
  }

  function take(part: string): void {
    touch()
    const field = opened[opened.length - 1]?.place?.field
    if (!field) return
    text += part
    if (text.length > limits.textAtOnce) no(nl.camt.tooLong)
  }

  function begin(part: Part): void {
    gathered[part] = {}
    begunAt[part] = parser.line
    if (part === 'entry') tell.beginEntry()
  }

  function keep(field: NonNullable<Place['field']>, value: string, currency: string | null): void {
    if (value === '' && currency === null) return
    if (field.part === 'file') {
      file.messageId = value.slice(0, 200)
      return
    }
    const facts = gathered[field.part]
    if (!facts) return
    const before = facts[field.name]
    if (before !== undefined && !field.many) no(nl.camt.twice, { field: field.name })
    facts[field.name] = before === undefined ? value : before + BETWEEN + value
    if (currency !== null) facts[`${field.name}:currency`] = currency
  }

  function finish(part: Part): void {
    const facts = gathered[part] ?? {}
    const line = begunAt[part] ?? parser.line
    if (part === 'balance') tell.balance(facts, line)
    else if (part === 'detail') tell.detail(facts, line)
    else if (part === 'entry') tell.entry(facts, line, gathered.statement ?? {}, begunAt.statement ?? line)
    else tell.statement(facts, line)
    if (part !== 'statement') gathered[part] = {}
  }

  function feed(piece: string): void {
    written += piece.length
    parser.write(piece)
    // A tag or a text of megabytes would sit in the parser's memory: no bank writes one.
    if (written - lastEvent > limits.textAtOnce * 2) no(nl.camt.tooLong)
  }

  return {
    write: (bytes) => {
      size += bytes.length
      if (size > limits.bytes) refuse(nl.camt.tooLarge, { most: Math.floor(limits.bytes / 1024 / 1024) })
      for (const piece of decode.write(bytes)) feed(piece)
    },
    end: () => {
      for (const piece of decode.end()) feed(piece)
      const line = parser.line
      parser.close()
      if (!file.version || tell.statements() === 0) return no(nl.camt.noStatement, { line })
      return { version: file.version, messageId: file.messageId, notices: tell.notices() }
    },
  }
}

/** Reads a stream of chunks; see `camtReader` for what it refuses. */
export async function readCamt(chunks: AsyncIterable<Uint8Array>, sink: Sink, limits: Limits = LIMITS): Promise<CamtFile> {
  const reader = camtReader(sink, limits)
  for await (const chunk of chunks) reader.write(chunk)
  return reader.end()
}

export type WholeCamt = CamtFile & { readonly statements: readonly (CamtStatement & { readonly entries: readonly CamtLine[] })[] }

const CHUNK = 64 * 1024

/** Reads a file that is in memory as bytes, with its lines under each statement; see `camtReader` for what it refuses. */
export function readWholeCamt(bytes: Uint8Array, limits: Limits = LIMITS): WholeCamt {
  const statements: (CamtStatement & { entries: CamtLine[] })[] = []
  let entries: CamtLine[] = []
  let of: StatementHead | null = null
  const reader = camtReader(
    {
      line: (line, head) => {
        if (of !== head) entries = []
        of = head
        entries.push(line)
      },
      statement: (statement) => {
        statements.push({ ...statement, entries: statement.lines === 0 ? [] : entries })
        entries = []
        of = null
      },
    },
    limits,
  )
  for (let at = 0; at < bytes.length; at += CHUNK) reader.write(bytes.subarray(at, at + CHUNK))
  const file = reader.end()
  return { ...file, statements }
}

const ROOT = shape()

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

const VERSIONS = ['02', '03', '08'] as const

function versionOf(
  name: string,
  qualified: string,
  attributes: Readonly<Record<string, string>>,
  no: (sentence: Sentence, params?: Params) => never,
): CamtFile['version'] {
  const prefix = qualified === name ? null : qualified.slice(0, qualified.length - name.length - 1)
  const space = attributes[prefix === null ? 'xmlns' : `xmlns:${prefix}`] ?? ''
  const found = /(camt|pain|pacs)\.(\d{3})\.001\.(\d{2})$/.exec(space.trim())
  if (name !== 'Document' || !found) return no(nl.camt.notCamt, { found: (space || name).slice(0, 80) })
  const [, family = '', kind = '', version = ''] = found
  if (family !== 'camt' || kind !== '053') return no(nl.camt.otherMessage, { found: `${family}.${kind}` })
  return VERSIONS.find((known) => known === version) ?? no(nl.camt.otherVersion, { version })
}
