import type { Tx } from '#kit/db.ts'
import { addPiece, dropPieces, type Errand, type ErrandStepAnswer, endPieces, errandWork, type Permit } from '#rooms/access'
import { countInvoices, invoiceFiles } from '#rooms/invoicing'
import { seal } from '#rooms/ledger'
import { type Write, writeBooks, writeInvoice, writeMonths, writeNetwork, writePeople, writeResolutions } from './export.ts'

/** So many papers are made in one transaction, that pages do not wait long where there is one connection. */
const INVOICES = 10

type MayExport = Permit<'export.make'>

/** The export as an archive that grows by a piece per step, so that a step that was done is not done again. */
export const exporting = errandWork(
  'export.make',
  [
    (tx, permit, errand) => piece(tx, permit, errand, (write) => writePeople(tx, permit, write)),
    invoices,
    (tx, permit, errand) =>
      piece(tx, permit, errand, async (write) => {
        await writeResolutions(tx, permit, write)
        await writeNetwork(tx, permit, write)
      }),
    (tx, permit, errand) => piece(tx, permit, errand, (write) => writeMonths(tx, permit, write)),
    async (tx, permit, errand) => {
      await seal(tx, permit)
      await piece(tx, permit, errand, (write) => writeBooks(tx, permit, write))
      await endPieces(tx, permit, errand)
      return { result: '/alles-meenemen' }
    },
  ],
  dropPieces,
)

async function invoices(tx: Tx, permit: MayExport, errand: Errand): Promise<ErrandStepAnswer> {
  const from = Number(errand.kept.invoices ?? 0)
  const until = from + INVOICES
  await piece(tx, permit, errand, async (write) => {
    for await (const { files } of invoiceFiles(tx, permit, { from, most: INVOICES })) writeInvoice(files, write)
  })
  const all = await countInvoices(tx, permit)
  return until < all ? { kept: { invoices: String(until) }, part: until, parts: all } : { kept: {} }
}

async function piece(tx: Tx, permit: MayExport, errand: Errand, make: (write: Write) => Promise<unknown>): Promise<ErrandStepAnswer> {
  const files: { name: string; bytes: Uint8Array }[] = []
  await make((name, content) => files.push({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content }))
  await addPiece(tx, permit, errand, files)
  return {}
}
