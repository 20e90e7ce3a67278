import { addDays, type Day, parseDay } from '#kit/day.ts'
import { fill } from '#kit/text.ts'
import type { MemberId, OrganisationId } from '#rooms/access'
import { type BenefitSource, needsConsent } from '../benefit.rules.ts'
import { nl } from './adding.nl.ts'

/** Somebody who took part before the cooperative began here, with the days as they were. */
export type ExistingMember = {
  readonly firstName: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly language: 'nl' | 'en'
  readonly trialFrom: Day | null
  readonly trialUntil: Day | null
  readonly memberSince: Day | null
  /** The number in the old register; null for the next one. Only a member has one. */
  readonly number: number | null
  readonly trade: { readonly tradeName: string; readonly makes: string } | null
  readonly benefit: { readonly source: BenefitSource; readonly municipality: OrganisationId | null }
  readonly coach: MemberId | null
}

export type Standing = Pick<ExistingMember, 'trialFrom' | 'trialUntil' | 'memberSince'>

/** What does not fit in these days, or null. The end of a trial may be left out where a membership followed. */
export function wrongWithDays({ trialFrom, trialUntil, memberSince }: Standing, today: Day): 'begin' | 'trialEnd' | 'order' | 'future' | null {
  if (!trialFrom && !memberSince) return 'begin'
  if (trialFrom && !trialUntil && !memberSince) return 'trialEnd'
  if ((trialFrom && trialFrom > today) || (memberSince && memberSince > today)) return 'future'
  if (trialUntil && (!trialFrom || trialUntil < trialFrom)) return 'order'
  return trialFrom && memberSince && memberSince <= trialFrom ? 'order' : null
}

/** The last day of a trial: what was said, or the day before the membership. */
export function trialEnd({ trialUntil, memberSince }: Standing): Day | null {
  return trialUntil ?? (memberSince && addDays(memberSince, -1))
}

/** Whom and what a file may name: in small letters; and what in the register is taken already. */
export type Known = {
  readonly municipalities: ReadonlyMap<string, OrganisationId>
  readonly coaches: ReadonlyMap<string, MemberId>
  readonly numbers: ReadonlySet<number>
  readonly emails: ReadonlySet<string>
  readonly today: Day
  /** Whether words can hold a BSN, which Opbloei may not keep (UAVG art. 46). */
  readonly holdsBsn: (words: string) => boolean
}

export type LineProblem = { readonly line: number; readonly what: string }
export type ReadMembers = { readonly members: readonly ExistingMember[]; readonly problems: readonly LineProblem[] }

type Field = (typeof nl.columns)[keyof typeof nl.columns]
type Cells = Readonly<Record<Field, string>>
const FIELDS = Object.entries(nl.columns) as [keyof typeof nl.columns, Field][]
const LONGEST: Partial<Record<Field, number>> = { phone: 30, tradeName: 80, makes: 200 }

/** Reads a file of members: every row is either understood or explained with its line, and the first row names the columns. */
export function readExisting(rows: readonly (readonly string[])[], known: Known): ReadMembers {
  const [heading = [], ...lines] = rows
  const columns = heading.map((cell) => FIELDS.find(([word]) => word === plain(cell))?.[1] ?? null)
  const strange = heading.find((cell, index) => columns[index] === null && cell.trim() !== '')
  if (strange !== undefined) return headingProblem(fill(nl.wrong.column, { typed: strange, options: FIELDS.map(([word]) => word).join(', ') }))
  if (!columns.includes('name')) return headingProblem(fill(nl.wrong.heading, { column: 'naam' }))
  const members: ExistingMember[] = []
  const problems: LineProblem[] = []
  const seen = { numbers: new Set<number>(), emails: new Set<string>() }
  lines.forEach((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return
    const cells = Object.fromEntries(FIELDS.map(([, field]) => [field, (row[columns.indexOf(field)] ?? '').trim()])) as Cells
    const wrong: string[] = []
    const member = readRow(cells, known, seen, (what) => wrong.push(what))
    problems.push(...wrong.map((what) => ({ line: index + 2, what })))
    if (wrong.length === 0) members.push(member)
  })
  return { members, problems }
}

function headingProblem(what: string): ReadMembers {
  return { members: [], problems: [{ line: 1, what }] }
}

type Say = (what: string) => void

function readRow(cells: Cells, known: Known, seen: { numbers: Set<number>; emails: Set<string> }, say: Say): ExistingMember {
  if (cells.name === '' || cells.name.length > 120) say(nl.wrong.name)
  for (const [word, field] of FIELDS) if (cells[field].length > (LONGEST[field] ?? 254)) say(fill(nl.wrong.tooLong, { column: word }))
  for (const [word, field] of FIELDS) if (field !== 'phone' && known.holdsBsn(cells[field])) say(fill(nl.wrong.bsn, { column: word }))
  const days = { trialFrom: readDay(cells.trialFrom, say), trialUntil: readDay(cells.trialUntil, say), memberSince: readDay(cells.memberSince, say) }
  const wrongDays = wrongWithDays(days, known.today)
  const typedDays = [cells.trialFrom, cells.trialUntil, cells.memberSince].every((typed) => typed === '' || parseDay(typed) !== null)
  if (typedDays && wrongDays)
    say(fill(nl.wrong[wrongDays], { typed: days.memberSince && days.memberSince > known.today ? cells.memberSince : cells.trialFrom }))
  if ((cells.tradeName === '') !== (cells.makes === '')) say(nl.wrong.makes)
  const coach = cells.coach === '' ? null : known.coaches.get(plain(cells.coach))
  if (coach === undefined) say(fill(nl.wrong.coach, { typed: cells.coach }))
  const number = readNumber(cells, known, seen.numbers, say)
  return {
    firstName: cells.name.split(/\s+/)[0] ?? '',
    name: cells.name,
    email: readEmail(cells.email, known, seen.emails, say),
    phone: cells.phone || null,
    language: 'nl',
    ...days,
    number,
    trade: cells.tradeName && cells.makes ? { tradeName: cells.tradeName, makes: cells.makes } : null,
    benefit: readBenefit(cells, known, say),
    coach: coach ?? null,
  }
}

function readDay(typed: string, say: Say): Day | null {
  const day = typed === '' ? null : parseDay(typed)
  if (typed !== '' && !day) say(fill(nl.wrong.day, { typed }))
  return day
}

function readNumber(cells: Cells, known: Known, seen: Set<number>, say: Say): number | null {
  const typed = cells.number
  if (typed === '') return null
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0
  if (number === 0 || cells.memberSince === '') say(fill(nl.wrong.number, { typed }))
  else if (known.numbers.has(number)) say(fill(nl.wrong.numberTaken, { typed }))
  else if (seen.has(number)) say(fill(nl.wrong.numberTwice, { typed }))
  seen.add(number)
  return number
}

function readEmail(typed: string, known: Known, seen: Set<string>, say: Say): string | null {
  const email = plain(typed)
  if (email === '') return null
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) say(fill(nl.wrong.email, { typed }))
  else if (known.emails.has(email)) say(fill(nl.wrong.emailTaken, { typed }))
  else if (seen.has(email)) say(fill(nl.wrong.emailTwice, { typed }))
  seen.add(email)
  return email
}

function readBenefit(cells: Cells, known: Known, say: Say): ExistingMember['benefit'] {
  const word = plain(cells.source)
  const source: BenefitSource | null = word === '' ? 'unknown' : Object.hasOwn(nl.sources, word) ? nl.sources[word as keyof typeof nl.sources] : null
  if (!source) say(fill(nl.wrong.source, { typed: cells.source, options: Object.keys(nl.sources).join(', ') }))
  const municipality = cells.municipality === '' ? null : (known.municipalities.get(plain(cells.municipality)) ?? null)
  if (cells.municipality !== '' && !municipality) say(fill(nl.wrong.municipality, { typed: cells.municipality }))
  else if (source && needsConsent(source) && !municipality) say(nl.wrong.municipalityNeeded)
  return { source: source ?? 'unknown', municipality: source && needsConsent(source) ? municipality : null }
}

function plain(typed: string): string {
  return typed
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
}
