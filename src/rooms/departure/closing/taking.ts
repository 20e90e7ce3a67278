import { csvOf } from '#kit/csv.ts'
import { longDay, longInstant } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { readFile } from '#kit/files.ts'
import { renderPdf } from '#kit/pdf.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { type ZipFile, zipOf } from '#kit/zip.ts'
import type { Permit } from '#rooms/access'
import { plainText } from '#rooms/agreements'
import { coachingFiles, planPdf, planView } from '#rooms/coaching'
import { invoiceFiles } from '#rooms/invoicing'
import { findMember, workFiles } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { statementPaper as monthlyPaper, sentStatements } from '#rooms/settlement'
import { billFiles } from '#rooms/spending'
import { departureTexts } from '../departure.en.ts'
import type { Departure } from '../departure.rules.ts'
import { alongOf } from '../wizard/along.ts'
import { closingTexts } from './closing.en.ts'
import { statementPaper } from './papers.ts'
import { departureStatementNow } from './statement.ts'

/**
 * The own data of who leaves as one archive: the departure statement and bills for things always, and of invoices, photos of own work, pictures of things, month statements, customers who go along, the agreement,
 * the plan of action and the coaching what was chosen. Only what is of the member: other customers stay with the cooperative. Refuses somebody else's, and where nothing was chosen.
 */
export async function takeAlong(tx: Tx, permit: Permit<'departure.take'>, departure: Departure): Promise<Buffer> {
  const texts = departureTexts(permit.language)
  if (departure.member !== permit.person) refuse(texts.refusals.missing, {}, { kind: 'missing' })
  const parts = departure.answers.data?.parts ?? refuse(texts.refusals.nothingToTake, {}, { kind: 'conflict' })
  const files: ZipFile[] = [await statementFile(tx, permit, departure)]
  const { files: names } = closingTexts(permit.language)
  for (const { number, bytes } of await billFiles(tx, permit, departure.member))
    files.push({ name: fill(names.bill, { number: plainName(number) }), bytes: Buffer.from(bytes) })
  const along = await alongOf(tx, permit, departure)
  if (parts.includes('portfolio')) {
    for await (const { invoice, files: made } of invoiceFiles(tx, permit)) {
      const pdf = invoice.member === departure.member ? made.find(({ name }) => name.endsWith('.pdf')) : undefined
      if (pdf) files.push({ name: fill(names.invoice, { number: plainName(invoice.number) }), bytes: pdf.bytes })
    }
    for (const [nr, thing] of along.things.entries()) {
      if (!thing.photo) continue
      const photo = await readFile(tx, permit, thing.photo)
      files.push({ name: fill(names.photo, { nr: nr + 1, name: plainName(photo.name) }), bytes: photo.bytes })
    }
    files.push(...(await workFiles(tx, permit)))
  }
  if (parts.includes('statements')) {
    for (const sent of await sentStatements(tx, permit, { member: departure.member })) {
      const data = monthlyPaper(sent, longInstant(sent.releasedAt))
      const bytes = await renderPdf({ template: 'kit/pdf/letter.typ', data, standard: 'ua-1', madeAt: Math.floor(sent.releasedAt.epochMilliseconds / 1000) })
      // A month with a move has a statement for each town, each with its own first version.
      const month = sent.content.days ? `${sent.month}-${plainName(sent.content.municipality)}` : sent.month
      files.push({ name: fill(names.monthly, { month, version: sent.version }), bytes })
    }
  }
  if (parts.includes('contacts')) files.push({ name: names.contacts, bytes: Buffer.from(contactsOf(permit, departure, along)) })
  if (parts.includes('agreement') && along.agreement) {
    files.push({ name: fill(names.agreement, { number: along.agreement.number }), bytes: Buffer.from(plainText(along.agreement.articles)) })
  }
  if (parts.includes('plan')) {
    const bytes = await planPdf(await planView(tx, permit, departure.member), permit.language)
    if (bytes) files.push({ name: names.plan, bytes: Buffer.from(bytes) })
  }
  if (parts.includes('coaching')) files.push(...(await coachingFiles(tx, permit)))
  return zipOf(files, permit.now)
}

function contactsOf(permit: Permit<'departure.take'>, { answers }: Departure, { customers }: Awaited<ReturnType<typeof alongOf>>): string {
  const { contact } = closingTexts(permit.language)
  const chosen = customers.filter((customer) => answers.customers?.agreed && answers.customers.along.includes(customer.id))
  const rows = chosen.map((each) => [each.name, each.attention, each.street, each.postCode, each.city, each.email].map((cell) => cell ?? ''))
  return csvOf([[contact.name, contact.attention, contact.street, contact.postCode, contact.city, contact.email], ...rows])
}

async function statementFile(tx: Tx, permit: Permit<'departure.take'>, { member, answers }: Departure): Promise<ZipFile> {
  const name = (await findMember(tx, permit, member))?.name ?? ''
  const statement = await departureStatementNow(tx, permit, member)
  const { tradeName, street, postCode, city } = await cooperativeOf(tx, permit)
  const about = { name, lastDay: answers.lastDay ? longDay(answers.lastDay.on, permit.language) : '', sender: [tradeName, street, `${postCode} ${city}`] }
  const bytes = await renderPdf({
    template: 'kit/pdf/letter.typ',
    data: statementPaper(statement, about, permit.language),
    standard: 'ua-1',
    madeAt: Math.floor(permit.now.epochMilliseconds / 1000),
  })
  return { name: closingTexts(permit.language).files.statement, bytes }
}

function plainName(name: string): string {
  return name.replace(/[^\w.-]+/g, '-')
}
