import type { Tx } from '#kit/db.ts'
import { renderPdf } from '#kit/pdf.ts'
import type { AnyPermit, MemberId } from '#rooms/access'
import { disposalRows } from '../disposing/disposing.sql.ts'
import type { Disposal } from '../disposing/disposing.types.ts'
import { billPaper } from './bill-paper.ts'

/** The bill for a thing as PDF, or the credit note that took it back; the same bytes each time. */
export async function billPdf(disposal: Disposal): Promise<Uint8Array<ArrayBuffer>> {
  const madeAt = Math.floor(disposal.bookedAt.epochMilliseconds / 1000)
  return (await renderPdf({ template: 'kit/pdf/letter.typ', data: billPaper(disposal, 'nl'), standard: 'ua-1', madeAt })) as Uint8Array<ArrayBuffer>
}

/** The bills that a member got for things, each with its number; within reach, the oldest first. */
export async function billFiles(tx: Tx, permit: AnyPermit, member: MemberId): Promise<{ readonly number: string; readonly bytes: Uint8Array }[]> {
  const files: { number: string; bytes: Uint8Array }[] = []
  for (const disposal of await disposalRows(tx, permit, { member })) {
    if (disposal.document) files.push({ number: disposal.document.number, bytes: await billPdf(disposal) })
  }
  return files
}
