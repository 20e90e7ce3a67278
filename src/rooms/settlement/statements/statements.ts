import { createHash } from 'node:crypto'
import { type Day, firstDay, lastDay, longMonth, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, type MemberId, type OrganisationId, type Permit, personOf } from '#rooms/access'
import { confirmedWork } from '#rooms/coaching'
import { type Consent, consentsOfAll, type MemberConsent, movesTold } from '#rooms/consent'
import { townsThroughTime } from '#rooms/members'
import { namesOnPaper } from '#rooms/organisations'
import { questionsOf } from '../asking/asking.sql.ts'
import { askOnStatement } from '../asking/asking.ts'
import { closingsOf } from '../dividing/stored.sql.ts'
import { baseOf, monthFigures, townFigures, wholeFigures } from './figures.ts'
import { contentText, dueOn, type MonthFigures, reportsTheSame, type StatementContent, standingOf, weeksOf } from './statement.rules.ts'
import { insertStatement, insertStatementReceipt, lastChanges, sentStatements } from './statement.sql.ts'
import type { Question, SentStatement, StatementAbout, StatementId, StatementLine } from './statement.types.ts'
import { statementTexts } from './statements.en.ts'
import { isOfDays, partOn, type TownPart, townsIn } from './towns/towns.rules.ts'

/** More than any cooperative will ever send; the list on a page stops earlier. */
const EVERYTHING = 1_000_000

/** A statement as it would be released now: exactly what the municipality would get, and the hash of it. */
export type StatementDraft = {
  readonly content: StatementContent
  readonly hash: string
  readonly municipality: OrganisationId
  readonly dueOn: Day | null
}

/** What of a month with a move one town is told; `draft` is null where it asks for no statement, and the town null where nobody here knows it. */
export type TownMonth = {
  readonly municipality: OrganisationId | null
  readonly figures: MonthFigures
  readonly draft: StatementDraft | null
}

/** The statements of a member's month as they stand now. In a month with a move one for each town that asks for one, beside the whole that they add up to. */
export type MonthStatements = {
  readonly drafts: readonly StatementDraft[]
  readonly moved: { readonly whole: MonthFigures; readonly towns: readonly TownMonth[] } | null
}

/** The statements of a member's month as they stand now; none where no consent asks for one. Reads only. Refuses (missing) outside reach. */
export async function statementsOfMonth(tx: Tx, permit: AnyPermit, member: MemberId, month: Month): Promise<MonthStatements> {
  if (!covers(permit, member)) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  const granted = (await consentsOfAll(tx, permit, firstDay(month), lastDay(month))).get(member) ?? []
  if (granted.length === 0) return { drafts: [], moved: null }
  const towns = (await townsOf(tx, permit, member, [month])).get(month)?.(member) ?? []
  if (towns.length > 0) return ofTowns(tx, permit, { member, month, towns, granted })
  const consent = granted.at(-1)
  if (!consent || consent.statementRhythm === 'none') return { drafts: [], moved: null }
  const figures = await monthFigures(tx, permit, member, month, await namesOnPaper(tx, permit, consent.municipality))
  return { drafts: [await draftOf(tx, permit, member, figures, consent)], moved: null }
}

/** The statement of a member's month as it stands now; of a month with a move the one of a town, or of the last one that asks. Null where no consent asks for one. */
export async function draftStatement(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId,
  month: Month,
  municipality: OrganisationId | null = null,
): Promise<StatementDraft | null> {
  const { drafts } = await statementsOfMonth(tx, permit, member, month)
  return drafts.findLast((each) => municipality === null || each.municipality === municipality) ?? null
}

type Moved = { readonly member: MemberId; readonly month: Month; readonly towns: readonly TownPart[]; readonly granted: readonly MemberConsent[] }

async function ofTowns(tx: Tx, permit: AnyPermit, { member, month, towns, granted }: Moved): Promise<MonthStatements> {
  const consents = towns.map(({ municipality }) => consentIn(granted, month, municipality))
  if (consents.every((each) => each === null)) return { drafts: [], moved: null }
  const known = towns.find(({ municipality }) => municipality !== null)?.municipality
  const names = []
  for (const { municipality } of towns) {
    const found = await namesOnPaper(tx, permit, municipality ?? known ?? permit.organisation)
    names.push(municipality ? found : { ...found, municipality: '' })
  }
  const base = await baseOf(tx, permit, member, month)
  const told = await townFigures(tx, permit, base, towns, names)
  const [name] = names
  if (!name) throw new Error('a month of towns without a town')
  const parts: TownMonth[] = []
  for (const [nr, figures] of told.entries()) {
    const consent = consents[nr]
    parts.push({ municipality: towns[nr]?.municipality ?? null, figures, draft: consent ? await draftOf(tx, permit, member, figures, consent) : null })
  }
  return { drafts: parts.flatMap(({ draft }) => draft ?? []), moved: { whole: wholeFigures(base, { ...name, municipality: '' }), towns: parts } }
}

async function draftOf(tx: Tx, permit: AnyPermit, member: MemberId, figures: MonthFigures, consent: Consent): Promise<StatementDraft> {
  const { payOutAllowed, costKinds, statementFulfilsDuty, watched = [], municipality } = consent
  const { month } = figures
  const worked = []
  if (watched.some(({ watch }) => watch?.kind === 'hours'))
    for (const days of figures.days ?? [{ from: firstDay(month), until: lastDay(month) }]) worked.push(...(await confirmedWork(tx, permit, member, days)))
  const content = { ...figures, ...weeksOf(worked), conditions: { payOutAllowed, costKinds, fulfilsDuty: statementFulfilsDuty } }
  return { content, hash: hashOf(content), municipality, dueOn: dueOn(month, consent.statementRhythm, consent.statementDay) }
}

/** The last consent with days in a month that asks for a statement: of any town, or of one. */
function consentIn(granted: readonly MemberConsent[], month: Month, municipality?: OrganisationId | null): MemberConsent | null {
  const asks = (one: MemberConsent) => one.from <= lastDay(month) && one.until >= firstDay(month) && one.statementRhythm !== 'none'
  return granted.findLast((one) => asks(one) && (municipality === undefined || one.municipality === municipality)) ?? null
}

/** The towns of each month: by member, where that one moved in it. One query, and one more where somebody is without a town in one of the months. */
async function townsOf(
  tx: Tx,
  permit: AnyPermit,
  member: MemberId | null,
  months: readonly Month[],
): Promise<ReadonlyMap<Month, (member: MemberId) => readonly TownPart[]>> {
  const paying = await townsThroughTime(tx, permit, member)
  const mayBeGone = [...paying.values()].some((own) => own.some(({ from, municipality }) => municipality === null && months.includes(monthOf(from))))
  const left = mayBeGone ? await movesTold(tx, permit, member) : new Map<MemberId, readonly Day[]>()
  return new Map(months.map((month) => [month, (each) => townsIn(month, paying.get(each) ?? [], left.get(each) ?? [])]))
}

/**
 * Releases the statement of one's own month: copies exactly the page that was seen to its municipality, as the next version for that one.
 * Refuses a month that is not over, a page that changed since it was shown (conflict), and what was reported already (conflict).
 */
export async function releaseStatement(tx: Tx, permit: Permit<'statement.release'>, month: Month, seen: string): Promise<StatementId> {
  const member = personOf(permit)
  if (month >= monthOf(permit.today)) refuse(said(permit).notOver, { month: longMonth(month) })
  const { drafts, moved } = await statementsOfMonth(tx, permit, member, month)
  if (drafts.length === 0) refuse(said(permit).noneAsked, {}, { kind: 'missing' })
  const draft = drafts.find(({ hash }) => hash === seen) ?? refuse(said(permit).changedMeanwhile, {}, { kind: 'conflict' })
  const sent = await sentStatements(tx, permit, { member, month })
  const ofTown = sent.filter((each) => each.municipality === draft.municipality)
  const [last] = moved ? ofTown : sent
  if (last && reportsTheSame(last.content, draft.content)) refuse(said(permit).sentBefore, {}, { kind: 'conflict' })
  const id = newId<StatementId>(permit.now.epochMilliseconds)
  const version = (ofTown[0]?.version ?? 0) + 1
  const { content, hash, municipality } = draft
  const written = await insertStatement(tx, permit, { id, municipality, member, month, version, provisional: content.provisional, content, hash })
  if (!written) refuse(said(permit).sentBefore, {}, { kind: 'conflict' })
  await happened(tx, permit, 'statement.released', { statement: id, member, month, municipality })
  return id
}

/** The municipality's proof of receipt: no questions, or one question. Refuses a second answer (conflict) and other people's cases (missing). */
export async function receiveStatement(
  tx: Tx,
  permit: Permit<'statement.receive'>,
  id: string,
  answer: { readonly outcome: 'noQuestions' } | { readonly outcome: 'question'; readonly words: string; readonly about?: StatementAbout | null },
): Promise<void> {
  const [statement] = await sentStatements(tx, permit, { id })
  if (!statement || statement.municipality !== permit.organisation) refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
  const by = personOf(permit)
  if (!(await insertStatementReceipt(tx, permit, statement, answer.outcome, by))) refuse(said(permit).receivedBefore, {}, { kind: 'conflict' })
  if (answer.outcome === 'question') await askOnStatement(tx, permit, statement, answer.about ?? 'statement', answer.words)
  await happened(tx, permit, 'statement.received', { statement: statement.id, member: statement.member })
}

/** One released statement within reach, for its cooperative or its municipality. Refuses (missing) otherwise. */
export async function statementById(tx: Tx, permit: AnyPermit, id: string): Promise<SentStatement> {
  const [found] = await sentStatements(tx, permit, { id })
  return found ?? refuse(said(permit).noSuchStatement, {}, { kind: 'missing' })
}

/** The months for which statements are asked, of everybody within reach, newest first, one for each town: what stands now, what was sent, until when. */
export async function statementLines(tx: Tx, permit: AnyPermit, member: MemberId | null = null, months = 12): Promise<StatementLine[]> {
  const until = monthAfter(monthOf(permit.today), -1)
  const all = Array.from({ length: months }, (_, nr) => monthAfter(until, -nr))
  const consents = await consentsOfAll(tx, permit, firstDay(monthAfter(until, 1 - months)), lastDay(until))
  const closed = new Set((await closingsOf(tx, permit)).map((each) => each.month))
  const sent = await sentStatements(tx, permit, member ? { member } : {})
  const changes = await lastChanges(tx, permit, member)
  const towns = await townsOf(tx, permit, member, all)
  const lines: StatementLine[] = []
  for (const month of all) {
    for (const [each, granted] of consents) {
      if (!covers(permit, each) || (member !== null && each !== member)) continue
      const parts = towns.get(month)?.(each) ?? []
      for (const part of parts.length > 0 ? parts : [null]) {
        const consent = consentIn(granted, month, part?.municipality)
        if (!consent) continue
        const isOwn = (one: SentStatement) => one.member === each && one.month === month && (!part || one.municipality === part.municipality)
        const last = sent.find(isOwn) ?? null
        const own = changes.filter((one) => one.member === each && one.month === month && (!part || partOn(parts, one.paidOn) === part))
        const changedAt = own.map(({ at }) => at).toSorted(Temporal.Instant.compare)
        lines.push({
          member: each,
          month,
          municipality: consent.municipality,
          days: part?.days ?? null,
          closed: closed.has(month),
          dueOn: dueOn(month, consent.statementRhythm, consent.statementDay),
          standing: last && !isOfDays(last.content.days, part) ? 'changed' : standingOf(last, closed.has(month), changedAt.at(-1) ?? null),
          last,
        })
      }
    }
  }
  return lines
}

/** Statements that wait for their member, within reach: not released yet, or changed since; the one due first comes first. */
export async function statementsWaiting(tx: Tx, permit: AnyPermit, member: MemberId | null = null): Promise<StatementLine[]> {
  const lines = (await statementLines(tx, permit, member, 3)).filter((line) => line.standing === 'toRelease' || line.standing === 'changed')
  return lines.sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
}

/** Statements that the municipality has not answered yet, of one's own cases, newest first. */
export function statementsToRead(tx: Tx, permit: AnyPermit): Promise<SentStatement[]> {
  return sentStatements(tx, permit, { unread: true })
}

/** Refusals in the language of whoever reads them. */
function said(permit: AnyPermit) {
  return statementTexts(permit.language).refusals
}

/** What exactly was shown, in one line: a statement is released of this and nothing else. */
export function hashOf(content: StatementContent): string {
  return createHash('sha256').update(contentText(content)).digest('hex')
}

/** Every released statement with its content, hash and answer, and every question about a month, for the export. */
export async function statementsForExport(tx: Tx, permit: Permit<'export.make'>): Promise<{ released: SentStatement[]; questions: Question[] }> {
  const own = (await sentStatements(tx, permit, { limit: EVERYTHING })).filter(({ tenant }) => tenant === permit.organisation)
  return { released: own, questions: await questionsOf(tx, permit) }
}
