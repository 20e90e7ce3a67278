import type { Context } from 'hono'
import type { Instant } from '#kit/day.ts'
import { type DocxBlock, docx, docxMime } from '#kit/docx.ts'
import { renderPdf } from '#kit/pdf.ts'
import type { Env } from '#rooms/access'

export type PaperPart =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly about: string
      readonly columns: readonly { readonly label: string; readonly amount: boolean }[]
      readonly rows: readonly (readonly string[])[]
      readonly total: boolean
    }

/** A paper that a member takes along, in Dutch: one content, as PDF or for a word processor. */
export type Paper = {
  readonly title: string
  readonly cooperative: string
  readonly facts: readonly (readonly [string, string])[]
  readonly parts: readonly PaperPart[]
  readonly foot: readonly string[]
  readonly pages: string
  readonly madeAt: Instant
}

/** The paper as PDF/UA. */
export function pdfBytes(paper: Paper): Promise<Uint8Array> {
  const { title, cooperative, facts, parts, foot, pages, madeAt } = paper
  return renderPdf({
    template: 'kit/pdf/letter.typ',
    data: { language: 'nl', title, author: cooperative, sender: [cooperative], to: [], facts, parts, foot, pages },
    standard: 'ua-1',
    madeAt: Math.floor(madeAt.epochMilliseconds / 1000),
  })
}

/** The paper as PDF/UA, shown in the browser. */
export async function pdfOf(c: Context<Env>, paper: Paper, name: string): Promise<Response> {
  const pdf = await pdfBytes(paper)
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf', ...filed(name, 'pdf', 'inline') })
}

/** The paper as a file for a word processor, to go on writing in. */
export function docxOf(c: Context<Env>, paper: Paper, name: string): Response {
  const { title, cooperative, facts, parts, foot, madeAt } = paper
  const blocks: DocxBlock[] = [{ kind: 'table', about: title, head: null, rows: facts }, ...parts.map(blockOf)]
  const file = docx({ title, author: cooperative, language: 'nl-NL', blocks, foot: foot.join(' · '), madeAt })
  return c.body(file as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': docxMime, ...filed(name, 'docx', 'attachment') })
}

function blockOf(part: PaperPart): DocxBlock {
  if (part.kind === 'heading') return { kind: 'heading', level: 1, text: part.text }
  if (part.kind !== 'table') return part as DocxBlock
  const figures = part.columns.flatMap(({ amount }, at) => (amount ? [at] : []))
  return { kind: 'table', about: part.about, head: part.columns.map(({ label }) => label), rows: part.rows, figures, total: part.total }
}

function filed(name: string, ending: string, how: 'inline' | 'attachment'): Record<string, string> {
  return { 'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`, 'Cache-Control': 'private, no-store' }
}
