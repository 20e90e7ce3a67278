import { addMonths, type Day, type Instant, type Month, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened, happenedLately } from '#kit/happened.ts'
import { type Cents, negate, sum, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type MemberId, type Permit, personNames, type Role, scopeOf, staff } from '#rooms/access'
import { type BookingRuleLine, rulesInWords } from '#rooms/banking'
import { openInvoices, type RemindingScheme, remindingScheme } from '#rooms/invoicing'
import { booksOf, potsPerMember, standOf } from '#rooms/ledger'
import { memberNames } from '#rooms/members'
import { cooperativeOf } from '#rooms/organisations'
import { type Closing, type Cover, closings, coverOf } from '#rooms/settlement'
import { payablesOpen } from '#rooms/spending'
import type { YearDuty } from '../calendar/calendar.rules.ts'
import { yearCalendar } from '../calendar/calendar.ts'
import { waitingRows } from '../homes.sql.ts'
import type { OwnTask } from '../tasks/tasks.rules.ts'
import { ownTasks } from '../tasks/tasks.sql.ts'
import { successor as words } from './successor.nl.ts'
import { insertNote, lastTicked, noteVersions } from './successor.sql.ts'

/** Something still to be paid, by a customer or to a shop or member. Cents. */
export type OpenItem = { readonly id: string; readonly what: string; readonly on: Day | null; readonly open: Cents; readonly href: string }

export type NoteVersion = { readonly id: string; readonly words: string; readonly by: string; readonly at: Instant }

export type Succession = {
  readonly today: Day
  readonly cooperative: string
  readonly lastClosed: Closing | null
  readonly cover: Cover
  readonly debtors: readonly OpenItem[]
  readonly creditors: readonly OpenItem[]
  /** What the suspense account holds, and lines of the bank that are not booked. */
  readonly suspense: Cents
  readonly bankLines: number
  /** Pots of members below zero; without names for whoever does not see pots. */
  readonly below: readonly { readonly name: string | null; readonly cents: Cents }[]
  readonly own: readonly OwnTask[]
  readonly rules: readonly BookingRuleLine[]
  readonly reminding: RemindingScheme
  readonly duties: readonly YearDuty[]
  readonly roles: readonly { readonly name: string; readonly role: Role; readonly until: Day | null }[]
  /** The last month in which somebody looked whether there is a backup, and the last export. */
  readonly backup: Month | null
  readonly exported: Instant | null
  readonly notes: readonly NoteVersion[]
}

const MONTHS = 6

/**
 * What the next treasurer must know: where the books stand, what is open, what comes back, who does what, and what nobody needs to hand over. Amounts
 * in cents, as the books stand today. Some twenty-five queries, however many members there are: it is printed once in years (decision 8).
 */
export async function succession(tx: Tx, permit: AnyPermit): Promise<Succession> {
  const { today } = permit
  const { moves } = await booksOf(tx, permit, { from: today, until: today })
  const [lastClosed = null] = await closings(tx, permit)
  const versions = await noteVersions(tx, permit)
  const names = await personNames(tx, [...new Set(versions.map(({ by }) => by))])
  const [exported] = await happenedLately(tx, permit.organisation, 'export.made', 1)
  return {
    today,
    cooperative: (await cooperativeOf(tx, permit)).legalName,
    lastClosed,
    cover: coverOf(moves, { pots: ZERO, pools: ZERO, debts: ZERO }),
    debtors: (await openInvoices(tx, permit))
      .filter(({ open }) => open > 0n)
      .map(({ id, number, customerName, dueOn, open }) => ({ id, what: `${number}, ${customerName}`, on: dueOn, open, href: `/facturen/${id}` })),
    creditors: (await payablesOpen(tx, permit)).map(({ id, kind, what, on, open }) => ({
      id,
      what,
      on,
      open,
      href: kind === 'receipt' ? `/bonnen/${id}` : `/bestedingen/${id}`,
    })),
    suspense: negate(standOf(moves, ['suspense'])),
    bankLines: (await waitingRows(tx, permit)).find(({ what }) => what === 'bankLines')?.number ?? 0,
    below: await potsBelow(tx, permit),
    own: (await ownTasks(tx, permit, monthOf(today))).own.filter(({ until }) => until === null),
    rules: await rulesInWords(tx, permit),
    reminding: await remindingScheme(tx, permit),
    duties: (await yearCalendar(tx, permit)).filter(({ on, done }) => on <= addMonths(today, MONTHS) && !done),
    roles: (await staff(tx, permit)).filter(({ role }) => role !== 'member'),
    backup: await lastTicked(tx, permit, 'backup'),
    exported: exported?.at ?? null,
    notes: versions.map((each) => ({ ...each, by: names.get(each.by) ?? '' })),
  }
}

/** Writes what the next treasurer should know besides. Each version stays; words that changed nothing make none. Refuses nothing at all. */
export async function writeNote(tx: Tx, permit: Permit<'successor.write'>, note: string): Promise<void> {
  const [last] = await noteVersions(tx, permit)
  if (last?.words === note) return
  if (note.trim() === '') refuse(words.refusals.empty, {}, { field: 'note' })
  const id = await insertNote(tx, permit, note)
  await happened(tx, permit, 'successor.noted', { note: id })
}

async function potsBelow(tx: Tx, permit: AnyPermit): Promise<{ name: string | null; cents: Cents }[]> {
  const pots = await potsPerMember(tx, permit, permit.today)
  const below = [...pots].flatMap(([member, { business, development }]) => {
    const cents = sum([business, development].filter((each) => each < 0n))
    return cents < 0n ? [{ member, cents }] : []
  })
  const names: ReadonlyMap<MemberId, string> =
    below.length > 0 && scopeOf('pots.read', permit.role) !== null ? await memberNames(tx, permit) : new Map<MemberId, string>()
  return below.map(({ member, cents }) => ({ name: names.get(member) ?? null, cents }))
}
