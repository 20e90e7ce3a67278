import { startOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { renderPdf } from '#kit/pdf.ts'
import type { AnyPermit } from '#rooms/access'
import { keptLogo, logoOf } from '#rooms/organisations'
import { documents } from '../invoicing.sql.ts'
import type { InvoiceWithDocument } from '../invoicing.types.ts'
import type { InvoiceDocument } from './document.rules.ts'
import { paperOf } from './paper.rules.ts'
import { ubl } from './ubl.rules.ts'

export type InvoiceFile = { readonly name: string; readonly bytes: Uint8Array }

/** The logo that an invoice was sent with; one of before logos were kept shows today's. */
export function logoFor(tx: Tx, permit: AnyPermit, document: InvoiceDocument): Promise<Uint8Array | null> {
  if (document.logo === undefined) return logoOf(tx, permit.organisation)
  return document.logo === null ? Promise.resolve(null) : keptLogo(tx, permit.organisation, document.logo)
}

/** The PDF of a sent invoice, made from what was frozen with the logo of `logoFor`, with the UBL in it; the same invoice is always the same file. */
export async function invoicePaper(document: InvoiceDocument, logo: Uint8Array | null): Promise<Uint8Array> {
  return renderPdf({
    template: 'rooms/invoicing/paper/invoice.typ',
    data: paperOf(document),
    standard: 'a-3a',
    madeAt: Math.floor(startOf(document.issuedOn).epochMilliseconds / 1000),
    attachments: [{ name: `${document.number}.xml`, mime: 'application/xml', description: document.number, text: ubl(document) }],
    ...(logo ? { pictures: { logo } } : {}),
  })
}

/** UBL and PDF of every sent invoice in the order of their numbers, or of some of them, for the export; made one after another, never all in memory. */
export async function* invoiceFiles(
  tx: Tx,
  permit: AnyPermit,
  only?: { readonly from: number; readonly most: number },
): AsyncGenerator<{ invoice: InvoiceWithDocument; files: readonly InvoiceFile[] }> {
  for (const invoice of await documents(tx, permit, only)) {
    if (invoice.document.takenOver) continue
    yield {
      invoice,
      files: [
        { name: `${invoice.number}.xml`, bytes: Buffer.from(ubl(invoice.document)) },
        { name: `${invoice.number}.pdf`, bytes: await invoicePaper(invoice.document, await logoFor(tx, permit, invoice.document)) },
      ],
    }
  }
}
