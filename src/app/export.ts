import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import type { Tx } from '#kit/db.ts'
import { allHappened, happened } from '#kit/happened.ts'
import { fill } from '#kit/text.ts'
import { asSystem, type MemberId, type OrganisationId, type Permit, type World } from '#rooms/access'
import { agreementsForExport } from '#rooms/agreements'
import { requestLines } from '#rooms/consent'
import { invoiceFiles } from '#rooms/invoicing'
import { allTransfers, hledgerJournal, ledgerCsv, seal, verify } from '#rooms/ledger'
import { membersOn } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { closings, shareLinesOfMonth } from '#rooms/settlement'
import { nl } from './app.nl.ts'
import { terminal } from './terminal.en.ts'

/** How many of each went out. */
export type Exported = { readonly people: number; readonly invoices: number; readonly entries: number; readonly months: number }

/**
 * Writes everything of a cooperative in open formats to an empty folder: people, agreements, invoices as UBL and PDF, the
 * books for hledger and as a table, months, decisions, the log, and a page that explains it. Private notes of a coach and the
 * municipality's references stay where they are (decisions 8). The export itself is written in the log.
 */
export async function exportCooperative(world: World, cooperative: OrganisationId, dir: string): Promise<Exported> {
  mkdirSync(join(dir, 'invoices'), { recursive: true })
  if (readdirSync(dir).some((name) => name !== 'invoices')) throw new CannotStart(fill(terminal.exportNotEmpty, { dir }))
  await asSystem(world, cooperative, 'ledger.seal', seal)
  return asSystem(world, cooperative, 'export.make', (tx, permit) => writeAll(tx, permit, dir))
}

async function writeAll(tx: Tx, permit: Permit<'export.make'>, dir: string): Promise<Exported> {
  const write = (name: string, text: string | Uint8Array) => writeFileSync(join(dir, name), text)
  const cooperative = await cooperativeOf(tx, permit)
  const people = await membersOn(tx, permit, permit.today)
  const references = new Map(people.map((each) => [each.member, reference(each)]))
  write(
    'people.csv',
    csv(
      ['kenmerk', 'nummer', 'naam', 'fase', 'bedrijf', 'maakt'],
      people.map((each) => [reference(each), String(each.number ?? ''), each.name, each.standing.stage, each.trade?.tradeName ?? '', each.trade?.makes ?? '']),
    ),
  )
  write('agreements.json', json(await agreementsForExport(tx, permit)))
  let invoices = 0
  for await (const { files } of invoiceFiles(tx, permit)) {
    for (const file of files) write(join('invoices', file.name), file.bytes)
    invoices += 1
  }
  const transfers = await allTransfers(tx, permit)
  write('ledger.journal', hledgerJournal(transfers, references))
  write('ledger.csv', ledgerCsv(transfers, references))
  const months = await closings(tx, permit)
  const shares = []
  for (const closing of months) shares.push({ month: closing.month, shares: await shareLinesOfMonth(tx, permit, closing.month) })
  write('statements.json', json(shares))
  // The events tell who decided what and when; the case reference belongs to the municipality and the member.
  write('decisions.json', json((await requestLines(tx, permit)).map(({ request, procedure, effect }) => ({ ...request, procedure, effect }))))
  write(
    'log.csv',
    csv(
      ['moment', 'wat', 'rol', 'persoon', 'feiten'],
      (await allHappened(tx, permit.organisation)).map((row) => [
        row.at.toString(),
        row.kind,
        row.role,
        (row.person && references.get(row.person as MemberId)) ?? row.person ?? '',
        JSON.stringify(row.facts),
      ]),
    ),
  )
  const verdict = await verify(tx, permit)
  write('README.md', nl.export.readme.replaceAll('{name}', cooperative.legalName).replaceAll('{day}', permit.today).replaceAll('{head}', verdict.head))
  await happened(tx, permit, 'export.made', {})
  return { people: people.length, invoices, entries: new Set(transfers.map((each) => each.entry)).size, months: months.length }
}

function reference(each: { readonly member: MemberId; readonly number: number | null }): string {
  return each.number === null ? `aspirant-${each.member.slice(-6)}` : `lid-${each.number}`
}

function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')
}

/** A cell that can neither end its line nor begin a formula. */
function cell(text: string): string {
  const safe = /^[=+@\-\t]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function json(value: unknown): string {
  return `${JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part), 2)}\n`
}
