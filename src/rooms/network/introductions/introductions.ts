import { withoutBsn } from '#kit/bsn.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, type OrganisationId, organisationNames, type Permit, personNames, personOf, type Role, tellStaff } from '#rooms/access'
import { namesOfAll, type Peer, peersOf, profilesToOversee } from '../links/links.ts'
import type { Topic } from '../links/profile.rules.ts'
import { nl } from './introductions.nl.ts'
import {
  type Desk,
  deskOf,
  type Introduction,
  type IntroductionStanding,
  type IntroductionWord,
  introductionKeptUntil,
  introductionStanding,
  mayLookBack,
  otherOf,
  type Useful,
  waitsFor,
} from './introductions.rules.ts'
import {
  deleteIntroductions,
  insertIntroduction,
  insertIntroductionAnswer,
  insertIntroductionWord,
  insertLookBack,
  insertTold,
  introductionRows,
  introductionWords,
  lastWords,
  lockPair,
  toldToLookBack,
} from './introductions.sql.ts'

/** An introduction with how both are called, seen from one side. */
export type IntroductionView = {
  readonly introduction: Introduction
  readonly standing: IntroductionStanding
  readonly names: ReadonlyMap<OrganisationId, string>
}

/** The introductions of the own desk, the newest first. */
export async function introductionsOfDesk(tx: Tx, permit: Permit<'introduction.read' | 'experience.match'>): Promise<IntroductionView[]> {
  const desk = ownDesk(permit)
  return viewsOf(tx, permit, await introductionRows(tx, { desk }))
}

/** One introduction of the own desk, with what was written. Refuses (missing) any other. */
export async function introductionById(
  tx: Tx,
  permit: Permit<'introduction.read'>,
  id: string,
): Promise<IntroductionView & { readonly words: readonly IntroductionWord[] }> {
  const introduction = await within(tx, permit, id)
  const [view] = await viewsOf(tx, permit, [introduction])
  return { ...(view ?? missing()), words: await introductionWords(tx, id) }
}

/** The organisation that one may ask, with why it fits. Refuses (missing) one that is not among the peers, or does not want to help. */
export async function peerToAsk(tx: Tx, permit: Permit<'experience.match' | 'introduction.ask'>, organisation: string): Promise<Peer> {
  const { peers } = await peersOf(tx, permit)
  return peers.find((peer) => peer.organisation === organisation && peer.match !== null) ?? missing()
}

/** The topics of a fit: what the other knows of what is sought. */
export function topicsOf(peer: Pick<Peer, 'match'>): Topic[] {
  return peer.match?.reasons.flatMap((reason) => (reason.kind === 'knows' ? [...reason.well, ...reason.some] : [])) ?? []
}

/**
 * Asks another organisation to meet, desk with desk. Refuses words with a BSN, and (conflict) while an introduction of the same two desks waits or is open. `peer` is
 * one that `peerToAsk` gave.
 */
export async function askIntroduction(tx: Tx, permit: Permit<'introduction.ask'>, peer: Pick<Peer, 'organisation' | 'match'>, words: string): Promise<string> {
  const desk = ownDesk(permit)
  return propose(tx, permit, { tenant: permit.organisation, other: peer.organisation, desk, topics: topicsOf(peer), words })
}

/** The network proposes two to meet; both have to say yes. Refuses one twice, and profiles that the network may not read. */
export async function proposeIntroduction(
  tx: Tx,
  permit: Permit<'introduction.propose'>,
  facts: { readonly one: string; readonly two: string; readonly words: string },
): Promise<string> {
  const known = await profilesToOversee(tx, permit)
  const [one, two] = [facts.one, facts.two].map((id) => known.find(({ organisation }) => organisation === id) ?? missing())
  if (!one || !two || one.organisation === two.organisation) return refuse(nl.refusals.same, {}, { field: 'two' })
  const topics = one.profile.seeks.filter((topic) => two.profile.knows[topic])
  return propose(tx, permit, { tenant: one.organisation, other: two.organisation, desk: 'organisation', topics, words: facts.words })
}

async function propose(
  tx: Tx,
  permit: Permit<'introduction.ask' | 'introduction.propose'>,
  facts: Pick<Introduction, 'tenant' | 'other' | 'desk' | 'topics' | 'words'>,
): Promise<string> {
  await lockPair(tx, facts.tenant, facts.other)
  const pair = [facts.tenant, facts.other]
  const going = (await introductionRows(tx, { desk: facts.desk })).some((each) => {
    const standing = introductionStanding(each)
    return pair.includes(each.tenant) && pair.includes(each.other) && (standing === 'waits' || standing === 'open')
  })
  if (going) refuse(nl.refusals.going, {}, { kind: 'conflict' })
  const id = newId(permit.now.epochMilliseconds)
  await insertIntroduction(tx, permit, { ...facts, id, words: withoutBsn(facts.words, 'words', permit.language), askedName: await ownName(tx, permit) })
  for (const to of pair.filter((each) => each !== permit.organisation)) await moved(tx, permit, 'introduction.asked', id, facts.desk, to as OrganisationId)
  return id
}

/** Says yes or no; whoever asked takes it back by a no. Refuses (missing) outside the own desk, a yes of whoever asked, and (conflict) once it was answered or ended. */
export async function answerIntroduction(tx: Tx, permit: Permit<'introduction.answer'>, id: string, yes: boolean, words: string | null): Promise<void> {
  const introduction = await within(tx, permit, id)
  await lockPair(tx, introduction.tenant, introduction.other)
  const now = await within(tx, permit, id)
  const own = now.asker === permit.organisation
  if (introductionStanding(now) !== 'waits' || (own ? yes : !waitsFor(now).includes(permit.organisation))) refuse(nl.refusals.over, {}, { kind: 'conflict' })
  const said = words === null ? null : withoutBsn(words, 'words', permit.language)
  if (!(await insertIntroductionAnswer(tx, permit, now, { yes, words: said, name: await ownName(tx, permit) })))
    refuse(nl.refusals.over, {}, { kind: 'conflict' })
  await moved(tx, permit, 'introduction.answered', id, now.desk, otherOf(now, permit.organisation))
}

/** Writes to the other. Refuses (missing) outside the own desk, words with a BSN, and (conflict) before both said yes. */
export async function writeInIntroduction(tx: Tx, permit: Permit<'introduction.write'>, id: string, words: string): Promise<void> {
  const introduction = await within(tx, permit, id)
  const standing = introductionStanding(introduction)
  if (standing !== 'open' && standing !== 'done') refuse(nl.refusals.notYet, {}, { kind: 'conflict' })
  const word = { id: newId(permit.now.epochMilliseconds), words: withoutBsn(words, 'words', permit.language), name: await ownName(tx, permit) }
  await insertIntroductionWord(tx, permit, introduction, word)
  await moved(tx, permit, 'introduction.wrote', id, introduction.desk, otherOf(introduction, permit.organisation))
}

/** Says how it was. Refuses (missing) outside the own desk, and (conflict) within a month or twice. */
export async function lookBack(tx: Tx, permit: Permit<'introduction.lookBack'>, id: string, useful: Useful, words: string | null): Promise<void> {
  const introduction = await within(tx, permit, id)
  const clean = words === null ? null : withoutBsn(words, 'words', permit.language)
  if (!mayLookBack(introduction, permit.organisation, permit.today) || !(await insertLookBack(tx, permit, introduction, useful, clean)))
    refuse(nl.refusals.looked, {}, { kind: 'conflict' })
  await happened(tx, permit, 'introduction.lookedBack', { introduction: id, useful })
}

/** All introductions, for the network: how they stand, not what was written. */
export async function introductionsToOversee(tx: Tx, permit: Permit<'introduction.oversee'>) {
  return { profiles: await profilesToOversee(tx, permit), introductions: await viewsOf(tx, permit, await introductionRows(tx)) }
}

/** Tells those of the desk that something is new in these introductions. */
export async function tellDesk(tx: Tx, permit: Permit<'introduction.tell'>, desk: Desk, ids: readonly string[]): Promise<void> {
  const roles: readonly Role[] = desk === 'organisation' ? ['board', 'policyAdviser'] : [desk]
  await tellStaff(
    tx,
    permit,
    roles,
    ids.map((id) => ({ kind: 'introductionMoved', link: `/kennismakingen/${id}` })),
  )
}

/** Asks how it was, once, a month after both said yes; one question for the staff of each desk. */
export async function askToLookBack(tx: Tx, permit: Permit<'introduction.tell'>): Promise<void> {
  const told = await toldToLookBack(tx)
  const due = (await introductionRows(tx)).filter((each) => !told.has(each.id) && mayLookBack(each, permit.organisation, permit.today))
  await insertTold(tx, permit, due)
  for (const [desk, here] of Map.groupBy(due, (each) => each.desk))
    await tellDesk(
      tx,
      permit,
      desk,
      here.map(({ id }) => id),
    )
}

/** Throws away the introductions of the organisation whose time is over, with all that was said in them; gives how many. */
export async function forgetIntroductions(tx: Tx, permit: Permit<'introduction.sweep'>): Promise<number> {
  const words = await lastWords(tx)
  const over = (await introductionRows(tx)).filter(
    (each) => each.tenant === permit.organisation && introductionKeptUntil(each, words.get(each.id) ?? null) < permit.today,
  )
  return deleteIntroductions(
    tx,
    permit,
    over.map(({ id }) => id),
  )
}

async function within(tx: Tx, permit: AnyPermit, id: string): Promise<Introduction> {
  const [introduction] = await introductionRows(tx, { id, desk: ownDesk(permit) })
  return introduction ?? missing()
}

async function viewsOf(tx: Tx, permit: AnyPermit, introductions: readonly Introduction[]): Promise<IntroductionView[]> {
  if (introductions.length === 0) return []
  const known = await namesOfAll(tx, permit)
  const others = await organisationNames(
    tx,
    introductions.flatMap(({ tenant, other, asker }) => [tenant, other, asker]).filter((each) => !known.has(each)),
  )
  const names = new Map([...others, ...known])
  return introductions.map((introduction) => ({ introduction, standing: introductionStanding(introduction), names }))
}

function moved(tx: Tx, permit: AnyPermit, kind: string, introduction: string, desk: Desk, to: OrganisationId): Promise<void> {
  return happened(tx, permit, kind, { introduction, desk, to })
}

async function ownName(tx: Tx, permit: AnyPermit): Promise<string> {
  const me = personOf(permit)
  return (await personNames(tx, [me])).get(me) ?? ''
}

function ownDesk(permit: AnyPermit): Desk {
  return deskOf(permit.role) ?? missing()
}

function missing(): never {
  return refuse(nl.refusals.missing, {}, { kind: 'missing' })
}
