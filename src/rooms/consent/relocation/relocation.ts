import { withoutBsn } from '#kit/bsn.ts'
import { addDays, addMonths, type Day, dayOf, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import {
  type AnyPermit,
  casesInReach,
  covers,
  leaveMessage,
  looked,
  type MemberId,
  type MessageKind,
  type OrganisationId,
  organisationName,
  type Permit,
  personNames,
  professionals,
  type Role,
} from '#rooms/access'
import { benefitOn, changeBenefit, findMember } from '#rooms/members'
import { municipalities } from '#rooms/organisations'
import { requests } from '../consent.sql.ts'
import { hearersOfOne } from '../teams/giving.ts'
import { relocationOffice } from './office.nl.ts'
import { relocationTexts } from './relocation.en.ts'
import { type AfterMoving, type AskedThere, type Ending, endings, isNear, type RelocationMeaning, relocationMeaning, sharedOf } from './relocation.rules.ts'
import {
  daysMoved,
  deleteRelocations,
  insertNotice,
  insertNoticeEnd,
  insertRelocation,
  insertRelocationStep,
  lockRelocations,
  noticeRows,
  type Relocation,
  type RelocationNotice,
  relocationRows,
} from './relocation.sql.ts'

/** For how many months everything about a move is kept after its day; the comments on the columns promise the same. */
const KEPT_MONTHS = 24

/** A move that waits to be read and told, with what it means; or the ones before, with what the towns did. */
export type RelocationView = {
  readonly member: MemberId
  readonly name: string
  readonly cooperativeName: string
  readonly today: Day
  /** The town that pays today; null where none does, and then there is nothing to tell. */
  readonly now: { readonly id: OrganisationId; readonly name: string } | null
  readonly towns: readonly { readonly id: OrganisationId; readonly name: string }[]
  readonly open: (Relocation & { readonly meaning: RelocationMeaning; readonly fromName: string; readonly toName: string | null }) | null
  readonly earlier: readonly (Relocation & { readonly toName: string | null; readonly notices: readonly RelocationNotice[] })[]
}

/** What is known of the moves of a member, with what an open one means; the look is written down. Refuses (missing) outside reach. */
export async function relocationView(tx: Tx, permit: Permit<'relocation.read'>, member: MemberId): Promise<RelocationView> {
  const found = await memberWithin(tx, permit, member)
  await looked(tx, permit, [member])
  const towns = (await municipalities(tx, permit)).map(({ id, name }) => ({ id, name }))
  const nameOf = (id: OrganisationId | null) => towns.find((town) => town.id === id)?.name ?? null
  const all = await relocationRows(tx, permit, member)
  const open = all.find(isOpen) ?? null
  const notices = await noticeRows(tx, permit, { member })
  const { municipality } = await benefitOn(tx, permit, member, permit.today)
  return {
    member,
    name: found.name,
    cooperativeName: (await organisationName(tx, permit.organisation)) ?? '',
    today: permit.today,
    now: municipality && { id: municipality, name: nameOf(municipality) ?? '' },
    towns,
    open: open && {
      ...open,
      fromName: nameOf(open.from) ?? '',
      toName: nameOf(open.to),
      meaning: relocationMeaning({ asked: await askedBy(tx, permit, member), ...open }),
    },
    earlier: all
      .filter((each) => !isOpen(each))
      .map((each) => ({ ...each, toName: nameOf(each.to), notices: notices.filter(({ relocation }) => relocation === each.id) })),
  }
}

/**
 * Writes a move down; nothing is told and nothing changes until it is told. Refuses (missing) outside reach, a member whose benefit no town pays on the day
 * before, the same town, a day more than a year away, and while another move waits (conflict).
 */
export async function prepareRelocation(
  tx: Tx,
  permit: Permit<'relocation.prepare'>,
  member: MemberId,
  move: { readonly to: OrganisationId | null; readonly on: Day; readonly benefit: AfterMoving },
): Promise<string> {
  const said = relocationTexts(permit.language).refusals
  await memberWithin(tx, permit, member)
  if (!isNear(move.on, permit.today)) refuse(said.tooFar, {}, { field: 'on' })
  const { municipality } = await benefitOn(tx, permit, member, addDays(move.on, -1))
  if (!municipality) return refuse(said.noTown, {}, { field: 'on' })
  if (move.to === municipality) refuse(said.sameTown, {}, { field: 'to' })
  await lockRelocations(tx, member)
  if ((await relocationRows(tx, permit, member)).some(isOpen)) refuse(said.another, {}, { kind: 'conflict' })
  const id = await insertRelocation(tx, permit, { member, from: municipality, ...move })
  await happened(tx, permit, 'relocation.prepared', { relocation: id, member })
  return id
}

/**
 * Tells the old town that somebody leaves, and the new one that a request comes; from then on the benefit counts as written. The member tells it alone; the coach
 * with how the member said so. What the old town laid down goes along only where the member chose that. Refuses what was told or called off before (conflict).
 */
export async function tellRelocation(
  tx: Tx,
  permit: Permit<'relocation.tell'>,
  member: MemberId,
  chosen: { readonly newTown: boolean; readonly share: boolean; readonly authorisation: string | null },
): Promise<void> {
  const said = relocationTexts(permit.language).refusals
  const { name } = await memberWithin(tx, permit, member)
  const own = permit.person === member
  const authorisation = own ? null : withoutBsn((chosen.authorisation ?? '').trim(), 'authorisation')
  if (authorisation !== null && authorisation.length < 20) refuse(said.authorisation, {}, { field: 'authorisation' })
  await lockRelocations(tx, member)
  const move = (await relocationRows(tx, permit, member)).find(isOpen) ?? refuse(said.nothingOpen, {}, { kind: 'conflict' })
  await insertRelocationStep(tx, permit, move.id, 'told', authorisation)
  const asked = await askedBy(tx, permit, member)
  const before = await benefitOn(tx, permit, member, addDays(move.on, -1))
  await changeBenefit(tx, permit, member, benefitAfter(move, before.source))
  const about = { relocation: move.id, member, memberName: name, cooperativeName: (await organisationName(tx, permit.organisation)) ?? '', on: move.on }
  await notify(tx, permit, { ...about, municipality: move.from, side: 'from', shared: null })
  if (!move.to || move.benefit === 'ends' || !chosen.newTown) return
  await notify(tx, permit, { ...about, municipality: move.to, side: 'to', shared: own && chosen.share ? sharedOf(asked, move.from, move.on) : null })
}

/**
 * Calls a move off: what was not told is dropped, and where towns were told they read that it is off and the benefit counts as before. Refuses (conflict) when
 * there is nothing to call off, and what the old town dealt with already.
 */
export async function callOffRelocation(tx: Tx, permit: Permit<'relocation.tell'>, member: MemberId): Promise<void> {
  const said = relocationTexts(permit.language).refusals
  await memberWithin(tx, permit, member)
  await lockRelocations(tx, member)
  const [move] = await relocationRows(tx, permit, member)
  if (!move || move.calledOffAt !== null) return refuse(said.nothingOpen, {}, { kind: 'conflict' })
  const notices = (await noticeRows(tx, permit, { member })).filter(({ relocation }) => relocation === move.id)
  if (!mayBeCalledOff(move, notices, permit.today)) refuse(said.dealtWith, {}, { kind: 'conflict' })
  await insertRelocationStep(tx, permit, move.id, 'calledOff', null)
  if (move.toldAt !== null) {
    const { source } = await benefitOn(tx, permit, member, addDays(move.on, -1))
    await changeBenefit(tx, permit, member, { source, municipality: move.from, from: move.on })
    for (const notice of notices.filter(({ end }) => end === null)) await insertNoticeEnd(tx, permit, notice, 'calledOff', '')
    for (const { id, municipality } of notices) await happened(tx, permit, 'relocation.told', { notice: id, member, municipality })
  }
  await happened(tx, permit, 'relocation.calledOff', { relocation: move.id, member })
}

/** The first days in another town, of moves that were told and not called off: of one member, or of everybody. Not filtered on reach. */
export async function movesTold(tx: Tx, permit: AnyPermit, member: MemberId | null): Promise<ReadonlyMap<MemberId, readonly Day[]>> {
  const moves = Map.groupBy(await daysMoved(tx, permit, member), (move) => move.member)
  return new Map([...moves].map(([each, own]) => [each, own.map(({ on }) => on)]))
}

/** A notice as the desk reads it: with what of the own town reaches the day of moving, and whether the case is the own one. */
export type NoticeAtDesk = RelocationNotice & { readonly endings: readonly Ending[]; readonly own: boolean }

/** Notices that wait for the acting case manager: about own cases, and about residents who are nobody's case. The looks are written down. */
export async function noticesWaiting(tx: Tx, permit: Permit<'relocation.see'>): Promise<NoticeAtDesk[]> {
  const found = await atDesk(tx, permit, await noticeRows(tx, permit, { open: true }))
  await looked(tx, permit, [...new Set(found.map(({ member }) => member))])
  return found
}

/**
 * The desk dealt with a notice, with words that the member reads. Refuses (missing) the case of a colleague, without words where something of the old town goes on
 * after the day of moving, and what came to an end before (conflict).
 */
export async function handleNotice(tx: Tx, permit: Permit<'relocation.see'>, id: string, words: string): Promise<void> {
  const said = relocationTexts('nl').refusals
  const [notice] = await atDesk(tx, permit, await noticeRows(tx, permit, { id }))
  if (!notice || notice.municipality !== permit.organisation) return refuse(said.missing, {}, { kind: 'missing' })
  const text = withoutBsn(words.trim(), 'words')
  if (notice.side === 'from' && notice.endings.length > 0 && text.length < 10) refuse(said.goesOn, {}, { field: 'words' })
  if (!(await insertNoticeEnd(tx, permit, notice, 'handled', text))) refuse(said.over, {}, { kind: 'conflict' })
  await happened(tx, permit, 'relocation.handled', { notice: id, member: notice.member, cooperative: notice.tenant })
}

/** How a consent is withdrawn because its resident moves: from which day, why, and why hearing is not needed (Awb 4:8); null for what is no own notice. */
export async function withdrawalFor(tx: Tx, permit: Permit<'consent.change'>, id: string): Promise<{ from: string; reason: string; heard: string } | null> {
  const [notice] = isId(id) ? await noticeRows(tx, permit, { id }) : []
  if (notice?.side !== 'from') return null
  const day = longDay(notice.on)
  return { from: notice.on, reason: fill(relocationOffice.reason, { day }), heard: fill(relocationOffice.heard, { day: longDay(dayOf(notice.toldAt)) }) }
}

/** Tells the desk that a resident leaves or comes: the case manager of that resident, and while the case is nobody's the team that has it or to which it would come. */
export async function tellTown(tx: Tx, permit: Permit<'consent.tell'>, id: string): Promise<void> {
  const [notice] = await noticeRows(tx, permit, { id })
  if (!notice) return
  const kind = notice.end ? 'relocationOff' : notice.side === 'from' ? 'residentLeaves' : 'residentComes'
  for (const person of await hearersOfOne(tx, permit, notice.member, notice.tenant))
    await leaveMessage(tx, permit, { person, kind, link: '/verhuizingen', role: 'caseManager' })
}

/** Tells the member that a move lies ready to be read, where somebody else wrote it down. */
export async function tellPrepared(tx: Tx, permit: Permit<'consent.tell'>, member: MemberId): Promise<void> {
  if ((await relocationRows(tx, permit, member)).some(isOpen)) await tell(tx, permit, member, 'relocationToTell', addressOf(member), 'member')
}

/** Tells the member and the own coach that a town dealt with the move. */
export async function tellHandled(tx: Tx, permit: Permit<'consent.tell'>, member: MemberId): Promise<void> {
  await tell(tx, permit, member, 'relocationHandled', addressOf(member), 'member')
  const coach = (await professionals(tx, permit, 'coach')).get(member)
  if (coach) await tell(tx, permit, coach.professional, 'relocationHandled', addressOf(member), 'coach')
}

/** Throws away everything about moves, two years after their day. */
export async function forgetRelocations(tx: Tx, permit: Permit<'relocation.forget'>): Promise<void> {
  await deleteRelocations(tx, permit, addMonths(permit.today, -KEPT_MONTHS))
}

export function addressOf(member: MemberId): string {
  return `/leden/${member}/verhuizing`
}

async function notify(tx: Tx, permit: AnyPermit, notice: Omit<Parameters<typeof insertNotice>[2], 'municipalityName'>): Promise<void> {
  const id = await insertNotice(tx, permit, { ...notice, municipalityName: (await organisationName(tx, notice.municipality)) ?? '' })
  await happened(tx, permit, 'relocation.told', { notice: id, member: notice.member, municipality: notice.municipality })
}

// Where nobody knows how the benefit goes on, or the town does not take part here, the coach must ask before anything is sold.
function benefitAfter(move: Relocation, before: Awaited<ReturnType<typeof benefitOn>>['source']) {
  if (move.benefit === 'ends') return { source: 'none' as const, municipality: null, from: move.on }
  if (move.benefit === 'unknown' || move.to === null) return { source: 'unknown' as const, municipality: null, from: move.on }
  return { source: before, municipality: move.to, from: move.on }
}

async function askedBy(tx: Tx, permit: AnyPermit, member: MemberId): Promise<AskedThere[]> {
  return (await requests(tx, permit, { member })).filter(({ memberName }) => memberName !== null)
}

async function atDesk(tx: Tx, permit: Permit<'relocation.see'>, found: readonly RelocationNotice[]): Promise<NoticeAtDesk[]> {
  if (found.length === 0) return []
  const cases = await professionals(tx, permit, 'caseManager')
  const own = await casesInReach(tx, permit)
  const mine = found.filter(({ member }) => !cases.has(member) || own.has(member))
  const leaving = [...new Set(mine.flatMap(({ side, member }) => (side === 'from' ? [member] : [])))]
  const sent = (await requests(tx, permit, { members: leaving })).filter(({ memberName }) => memberName !== null)
  const asked = Map.groupBy(sent, ({ member }) => member)
  return mine.map((notice) => ({
    ...notice,
    own: own.has(notice.member),
    endings: endings(asked.get(notice.member) ?? [], notice.municipality, notice.on),
  }))
}

async function memberWithin(tx: Tx, permit: AnyPermit, member: MemberId) {
  const said = relocationTexts(permit.language).refusals
  if (!covers(permit, member)) refuse(said.missing, {}, { kind: 'missing' })
  const found = (await findMember(tx, permit, member)) ?? refuse(said.missing, {}, { kind: 'missing' })
  return { ...found, name: (await personNames(tx, [member])).get(member) ?? found.name }
}

/** Whether a move that was told can still be called off: until the old town dealt with it, and not longer than two months after the day. */
export function mayBeCalledOff(move: Relocation, notices: readonly RelocationNotice[], today: Day): boolean {
  if (move.calledOffAt !== null) return false
  return move.toldAt === null || (move.on >= addDays(today, -60) && !notices.some(({ side, end }) => side === 'from' && end?.what === 'handled'))
}

function isOpen({ toldAt, calledOffAt }: Relocation): boolean {
  return toldAt === null && calledOffAt === null
}

function tell(tx: Tx, permit: Permit<'consent.tell'>, person: MemberId, kind: MessageKind, link: string, role: Role): Promise<void> {
  return leaveMessage(tx, permit, { person, kind, link, role })
}
