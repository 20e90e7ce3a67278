import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kit/cannot-start.ts'
import type { Tx } from '#kit/db.ts'
import { allHappened, happened } from '#kit/happened.ts'
import { fill } from '#kit/text.ts'
import { asSystem, type MemberId, type OrganisationId, type Permit, type World } from '#rooms/access'
import { agreementsForExport } from '#rooms/agreements'
import { resolutionFile, resolutionNumber, resolutions } from '#rooms/assembly'
import { requestLines } from '#rooms/consent'
import { type InvoiceFile, invoiceFiles } from '#rooms/invoicing'
import { allTransfers, hledgerJournal, ledgerCsv, seal, verify } from '#rooms/ledger'
import { membersForExport } from '#rooms/members'
import { networkForExport } from '#rooms/network'
import { cooperativeOf, customersOf } from '#rooms/organisations'
import { closings, shareLinesOfMonth, statementsForExport } from '#rooms/settlement'
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

/** Where a part of the export goes: a folder of the command line, or a piece of an archive. */
export type Write = (name: string, text: string | Uint8Array) => void
type MayExport = Permit<'export.make'>

async function writeAll(tx: Tx, permit: MayExport, dir: string): Promise<Exported> {
  const write: Write = (name, text) => writeFileSync(join(dir, name), text)
  const people = await writePeople(tx, permit, write)
  let invoices = 0
  for await (const { files } of invoiceFiles(tx, permit)) {
    writeInvoice(files, write)
    invoices += 1
  }
  await writeResolutions(tx, permit, write)
  await writeNetwork(tx, permit, write)
  const months = await writeMonths(tx, permit, write)
  const entries = await writeBooks(tx, permit, write)
  return { people, invoices, entries, months }
}

/** The files of one invoice, in a folder of their own. */
export function writeInvoice(files: readonly InvoiceFile[], write: Write): void {
  for (const file of files) write(join('invoices', file.name), file.bytes)
}

/** What was divided in each month, the statements of members, and who decided what about consent. Gives how many months are closed. */
export async function writeMonths(tx: Tx, permit: MayExport, write: Write): Promise<number> {
  const months = await closings(tx, permit)
  const shares = []
  for (const closing of months) shares.push({ month: closing.month, shares: await shareLinesOfMonth(tx, permit, closing.month) })
  write('months.json', json(shares))
  write('statements.json', json(await statementsForExport(tx, permit)))
  // The events tell who decided what and when; the case reference belongs to the municipality and the member.
  write('decisions.json', json((await requestLines(tx, permit)).map(({ request, procedure, effect }) => ({ ...request, procedure, effect }))))
  return months.length
}

/** The ledger, the log and the page that explains it all; writes down that an export was made. Gives how many entries there are. */
export async function writeBooks(tx: Tx, permit: MayExport, write: Write): Promise<number> {
  const { people } = await membersForExport(tx, permit)
  const references = referencesOf(people)
  const transfers = await allTransfers(tx, permit)
  write('ledger.journal', hledgerJournal(transfers, references))
  write('ledger.csv', ledgerCsv(transfers, references))
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
  const cooperative = await cooperativeOf(tx, permit)
  const verdict = await verify(tx, permit)
  write('README.md', nl.export.readme.replaceAll('{name}', cooperative.legalName).replaceAll('{day}', permit.today).replaceAll('{head}', verdict.head))
  await happened(tx, permit, 'export.made', {})
  return new Set(transfers.map((each) => each.entry)).size
}

/** The register of decisions, with the paper that belongs to each beside it. */
export async function writeResolutions(tx: Tx, permit: MayExport, write: Write): Promise<void> {
  const all = await resolutions(tx, permit)
  const papers = new Map<string, string>()
  for (const each of all) {
    if (!each.file) continue
    const { type, bytes } = await resolutionFile(tx, permit, each)
    const name = `resolution-${resolutionNumber(each)}.${type.split('/')[1]}`
    papers.set(each.id, name)
    write(name, bytes)
  }
  write('resolutions.json', json(all.map((each) => ({ ...each, file: papers.get(each.id) ?? null }))))
}

/** Questions, agreements that were lent and borrowed, and the knowledge that is kept, each file of it beside them. */
export async function writeNetwork(tx: Tx, permit: MayExport, write: Write): Promise<void> {
  const { questions, lent, borrowed, remarks, kept } = await networkForExport(tx, permit)
  write('questions.json', json(questions))
  write('lending.json', json({ lent, borrowed, remarks }))
  const items = kept.map(({ item, files }) => {
    const named = files.map(({ name, bytes }, at) => ({ name: `knowledge-${item.slug}-${at + 1}-${name}`, bytes }))
    for (const { name, bytes } of named) write(name, bytes)
    return { ...item, files: named.map(({ name }) => name) }
  })
  write('knowledge.json', json(items))
}

/** Who is who, and what was written down about each and agreed with them: the reference stands in every file, the id in those made for programs. Gives how many people. */
export async function writePeople(tx: Tx, permit: MayExport, write: Write): Promise<number> {
  const { people, steps, benefits, trades } = await membersForExport(tx, permit)
  const references = referencesOf(people)
  const of = (member: MemberId) => references.get(member) ?? ''
  write(
    'people.csv',
    csv(
      ['kenmerk', 'id', 'nummer', 'naam', 'e-mail', 'telefoon', 'straat', 'postcode', 'plaats', 'taal', 'fase', 'bedrijf', 'maakt'],
      people.map((each) => {
        const stage = steps.findLast((step) => step.member === each.member && step.on <= permit.today)?.stage
        const trade = trades.findLast((one) => one.member === each.member && one.from <= permit.today)
        const reach = [each.email, each.phone, each.street, each.postCode, each.city, each.language]
        return [of(each.member), each.member, each.number, each.name, ...reach, stage, trade?.tradeName, trade?.makes]
      }),
    ),
  )
  write(
    'journey.csv',
    csv(
      ['kenmerk', 'fase', 'dag', 'tot en met', 'reden', 'bestemming'],
      steps.map((step) => [of(step.member), step.stage, step.on, step.until, step.reason, step.destination]),
    ),
  )
  write(
    'benefits.csv',
    csv(
      ['kenmerk', 'bron', 'gemeente', 'vanaf'],
      benefits.map((each) => [of(each.member), each.source, each.municipality, each.from]),
    ),
  )
  write(
    'customers.csv',
    csv(
      ['id', 'kenmerk', 'soort', 'naam', 't.a.v.', 'straat', 'postcode', 'plaats', 'land', 'e-mail', 'kvk', 'btw-nummer', 'peppol'],
      (await customersOf(tx, permit)).map((each) => {
        const where = [each.street, each.postCode, each.city, each.country, each.email, each.kvk, each.vatId, each.peppol]
        return [each.id, each.member && of(each.member), each.kind, each.name, each.attention, ...where]
      }),
    ),
  )
  write('agreements.json', json(await agreementsForExport(tx, permit)))
  return people.length
}

function referencesOf(people: readonly { readonly member: MemberId; readonly number: number | null }[]): Map<MemberId, string> {
  return new Map(people.map((each) => [each.member, reference(each)]))
}

function reference(each: { readonly member: MemberId; readonly number: number | null }): string {
  return each.number === null ? `aspirant-${each.member.slice(-6)}` : `lid-${each.number}`
}

type Cell = string | number | null | undefined

function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map((each) => cell(String(each ?? ''))).join(';')}\r\n`).join('')
}

/** A cell that can neither end its line nor begin a formula. */
function cell(text: string): string {
  const safe = /^[=+@\-\t]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function json(value: unknown): string {
  return `${JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part), 2)}\n`
}
