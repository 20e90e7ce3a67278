import { addDays, dayOf, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import type { NewFile } from '#kit/files.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { plus, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, covers, leaveMessage, looked, type MemberId, type Permit, professionals } from '#rooms/access'
import { conditionsOf, type RequestId, type RequestLine, requestLines, watchSettingOn } from '#rooms/consent'
import { type StatementContent, sentStatements, statementPaid, statementsOfMonth } from '#rooms/settlement'
import { answerThread, askThread, closeThread, type Thread, type ThreadId, threadById, threadsOn } from '#rooms/threads'
import { watchingTexts } from './watching.en.ts'
import { dueStatements, isOf, type MonthFacts, monthsUnder, type WatchLine, watchLines, worstOf } from './watching.rules.ts'
import { claimPeriods } from './watching.sql.ts'
import { questionOf } from './watching-words.ts'

/** How it stands with the conditions of one consent that runs. */
export type WatchedConsent = {
  readonly request: RequestId
  readonly member: MemberId
  readonly memberName: string
  readonly cooperativeName: string
  readonly municipalityName: string
  readonly lines: readonly WatchLine[]
  readonly threads: readonly Thread[]
}

/**
 * Every consent that runs within reach with a line per condition, worst first. The municipality knows what members released, and no more; so does this list
 * for a coach. Four queries.
 */
export async function watchedConsents(tx: Tx, permit: Permit<'watch.list'>): Promise<WatchedConsent[]> {
  const found = await watchedAmong(tx, permit, await requestLines(tx, permit), new Map())
  return found.toSorted((a, b) => rank(a) - rank(b) || a.memberName.localeCompare(b.memberName, 'nl'))
}

/**
 * The consents of one member that run, with a line per condition and the questions. At the cooperative months that were not released yet count as they
 * stand now: so member and coach see first what the municipality may see later. The look is written down. Refuses (missing) outside reach.
 */
export async function watchedOfMember(tx: Tx, permit: Permit<'watch.read' | 'resident.read'>, member: MemberId): Promise<WatchedConsent[]> {
  if (!covers(permit, member)) refuse(said(permit).missing, {}, { kind: 'missing' })
  await looked(tx, permit, [member])
  const lines = await requestLines(tx, permit, member)
  const own = lines.some(({ request }) => request.tenant === permit.organisation)
  return watchedAmong(tx, permit, lines, own ? await draftsOf(tx, permit, member) : new Map(), member)
}

/**
 * Asks about every red line of which nobody asked before, of one member or of all, from what the municipality was sent: one question per condition, with
 * its last day to answer. Asks only. Gives how many questions.
 */
export async function askAboutRed(tx: Tx, permit: Permit<'watch.ask'>, member: MemberId | null = null): Promise<number> {
  const { answerDays } = await watchSettingOn(tx, permit.today)
  let asked = 0
  for (const found of await watchedAmong(tx, permit, await requestLines(tx, permit, member ?? undefined), new Map(), member))
    for (const line of found.lines) if (await askAbout(tx, permit, found, line, answerDays)) asked += 1
  return asked
}

/**
 * A month was closed, so its figures are final. Tells member and own coach of every condition that the month does not fit, before the statement is sent:
 * who must explain something hears it first. Says for each municipality with a consent here that its watching is to be brought up to date. Asks nothing
 * itself. Gives how many members it told.
 */
export async function watchAtClose(tx: Tx, permit: Permit<'watch.ask'>, month: Month): Promise<number> {
  const lines = (await requestLines(tx, permit)).filter(({ effect }) => effect === 'inForce' || effect === 'suspended')
  const drafts = new Map<string, Map<Month, MonthFacts>>()
  for (const member of new Set(lines.map(({ request }) => request.member)))
    for (const { municipality, content } of (await statementsOfMonth(tx, permit, member, month)).drafts)
      drafts.set(draftKey(member, municipality), new Map([[month, factsIn(content)]]))
  let told = 0
  for (const found of await watchedAmong(tx, permit, lines, drafts)) {
    if (!found.lines.some((line) => line.periods.some((each) => each.colour === 'red' && isOf(each, month)))) continue
    await tellBoth(tx, permit, found.member, 'conditionRed')
    told += 1
  }
  for (const municipality of new Set(lines.map(({ request }) => request.municipality))) await happened(tx, permit, 'watch.due', { municipality, month })
  return told
}

async function askAbout(tx: Tx, permit: Permit<'watch.ask'>, found: WatchedConsent & { tenant: Thread['tenant'] }, line: WatchLine, days: number) {
  const { tenant, request, member } = found
  const red = line.periods.flatMap(({ period, colour }) => (colour === 'red' && period ? [period] : []))
  const thread = newId<ThreadId>(permit.now.epochMilliseconds)
  const claimed = await claimPeriods(tx, permit, { tenant, request, member, condition: line.condition, thread, periods: red })
  if (claimed.length === 0) return false
  const words = questionOf(line, claimed)
  const facts = { tenant, municipality: permit.organisation, kind: 'condition', object: request, member, words, lastDay: addDays(permit.today, days) } as const
  await askThread(tx, permit, facts, thread)
  await happened(tx, permit, 'watch.asked', { request, cooperative: tenant, member })
  return true
}

/** Answers a question about a condition, with or without evidence. Refuses as `answerThread` does, and (missing) a question about something else. */
export async function answerAboutCondition(tx: Tx, permit: Permit<'watch.answer'>, id: string, words: string, evidence: NewFile | null): Promise<MemberId> {
  await threadOnCondition(tx, permit, id)
  const { member, municipality } = await answerThread(tx, permit, id, words, evidence)
  await happened(tx, permit, 'watch.answered', { thread: id, member, municipality })
  return member
}

/** Says that a question about a condition needs no answer. Refuses as `closeThread` does, and (missing) a question about something else. */
export async function endConditionQuestion(tx: Tx, permit: Permit<'watch.close'>, id: string): Promise<MemberId> {
  await threadOnCondition(tx, permit, id)
  return (await closeThread(tx, permit, id)).member
}

/** A question about a condition within reach. Refuses (missing) another. */
export async function threadOnCondition(tx: Tx, permit: AnyPermit, id: string): Promise<Thread> {
  const thread = await threadById(tx, permit, id)
  return thread.kind === 'condition' ? thread : refuse(said(permit).missing, {}, { kind: 'missing' })
}

/** Tells the member and the own coach that there is a question about a condition. */
export async function tellAsked(tx: Tx, permit: Permit<'watch.tell'>, member: MemberId): Promise<void> {
  await tellBoth(tx, permit, member, 'conditionAsked')
}

async function tellBoth(tx: Tx, permit: Permit<'watch.tell' | 'watch.ask'>, member: MemberId, kind: 'conditionAsked' | 'conditionRed'): Promise<void> {
  await leaveMessage(tx, permit, { person: member, kind, link: '/voorwaarden/stand', role: 'member' })
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await leaveMessage(tx, permit, { person: coach.professional, kind, link: addressOf(member), role: 'coach' })
}

/** Tells the own case manager that there is an answer. */
export async function tellConditionAnswered(tx: Tx, permit: Permit<'watch.tell'>, member: MemberId): Promise<void> {
  const own = (await professionals(tx, permit, 'caseManager')).get(member)
  if (own) await leaveMessage(tx, permit, { person: own.professional, kind: 'conditionAnswered', link: addressOf(member), role: 'caseManager' })
}

function addressOf(member: MemberId): string {
  return `/voorwaarden/stand?lid=${member}`
}

async function watchedAmong(
  tx: Tx,
  permit: AnyPermit,
  all: readonly RequestLine[],
  drafts: ReadonlyMap<string, ReadonlyMap<Month, MonthFacts>>,
  member: MemberId | null = null,
): Promise<(WatchedConsent & { tenant: Thread['tenant'] })[]> {
  const running = all.filter(({ effect }) => effect === 'inForce' || effect === 'suspended')
  const usual = await watchSettingOn(tx, permit.today)
  const statements = await sentStatements(tx, permit, { ...(member ? { member } : {}), limit: 100_000 })
  const threads = await threadsOn(
    tx,
    permit,
    'condition',
    running.map(({ request }) => request.id),
  )
  return running.flatMap(({ request }) => {
    const conditions = conditionsOf(request.events)
    const grantedAt = request.events.find(({ kind }) => kind === 'granted' || kind === 'grantedInstead')?.recordedAt
    if (!conditions || !grantedAt) return []
    const { tenant, municipality } = request
    const own = statements.filter((each) => each.member === request.member && each.tenant === tenant && each.municipality === municipality)
    // The newest version of a month comes first.
    const sent = new Map([...own].reverse().map(({ month, content }) => [month, factsIn(content)]))
    const months = monthsUnder(conditions, [...new Map([...sent, ...(drafts.get(draftKey(request.member, municipality)) ?? [])]).values()])
    const due = dueStatements(conditions, dayOf(grantedAt), new Set(sent.keys()), permit.today)
    return [
      {
        request: request.id,
        tenant: request.tenant,
        member: request.member,
        memberName: request.memberName ?? '',
        cooperativeName: request.cooperativeName,
        municipalityName: request.municipalityName,
        lines: watchLines(conditions, { months, due }, permit.today, usual),
        threads: threads.filter(({ object }) => object === request.id),
      },
    ]
  })
}

/** The running month and the one before it as they stand now, for each town that asks for a statement. */
async function draftsOf(tx: Tx, permit: AnyPermit, member: MemberId): Promise<Map<string, Map<Month, MonthFacts>>> {
  const found = new Map<string, Map<Month, MonthFacts>>()
  const current = monthOf(permit.today)
  for (const month of [monthAfter(current, -1), current]) {
    for (const { municipality, content } of (await statementsOfMonth(tx, permit, member, month)).drafts) {
      const own = found.get(draftKey(member, municipality)) ?? new Map<Month, MonthFacts>()
      found.set(draftKey(member, municipality), own.set(month, factsIn(content)))
    }
  }
  return found
}

/** Each town watches what it is told itself: in a month with a move the days are not those of another. */
function draftKey(member: MemberId, municipality: string): string {
  return `${member} ${municipality}`
}

/** The totals that a statement tells (domain 2.12). */
function factsIn(content: StatementContent): MonthFacts {
  const { month, turnover, costs, pots, tips, toGiveBack, hours = [] } = content
  const without = plus(toGiveBack ?? sum([]), tips?.paid ?? sum([]))
  return {
    month,
    turnover,
    costs,
    paid: plus(statementPaid(content), without),
    pots: sum(pots.map(({ cents }) => cents)),
    worked: hours.map(({ from, minutes }) => ({ from, minutes: Number(minutes) })),
  }
}

const ORDER = { red: 0, amber: 1, unknown: 2, green: 3 } as const

function rank(found: WatchedConsent): number {
  return ORDER[worstOf(found.lines)]
}

function said(permit: AnyPermit) {
  return watchingTexts[permit.language].refusals
}
