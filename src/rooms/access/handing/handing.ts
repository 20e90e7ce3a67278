import { withoutBsn } from '#kit/bsn.ts'
import { addDays, addMonths, type Day, longDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { queueMail } from '#kit/mail.ts'
import { refuse } from '#kit/refusal.ts'
import { fill } from '#kit/text.ts'
import { organisationName, staffOf } from '../access.sql.ts'
import { relate } from '../access.ts'
import { leaveMessage } from '../messages/messages.ts'
import { type Role, scopeOf } from '../permissions.rules.ts'
import { type AnyPermit, type Permit, type PersonId, personOf } from '../permit.ts'
import { handingTexts } from './handing.en.ts'
import { colleaguesOn, endRelations, peopleOf, type RelationKind, type Supported, supportedBy } from './handing.sql.ts'
import { type Handed, handedRows, insertHanding } from './notes.sql.ts'
import { mayBeUndone, UNDO_MINUTES } from './undoing.rules.ts'

/** Which people a role hands over: of coaches at a cooperative, of case managers at a municipality. */
export function kindFor(permit: AnyPermit): RelationKind {
  return permit.role === 'caseManager' || permit.role === 'policyAdviser' ? 'caseManager' : 'coach'
}

/** The cases of one professional together, for who may not read whose they are. */
export type Desk = { readonly professional: PersonId; readonly name: string; readonly working: boolean; readonly cases: number }

export type HandingView = {
  readonly kind: RelationKind
  /** By person, for who may read their names; null for who hands over whole desks. */
  readonly people: readonly Supported[] | null
  /** Per professional how many, for a policy adviser, who reads no names of residents (domain 2.12); null for others. */
  readonly desks: readonly Desk[] | null
  /** Who can take over somebody of these people: nobody is offered the own people, or oneself. */
  readonly colleagues: readonly { readonly person: PersonId; readonly name: string }[]
  /** Who can invite a colleague, by name. */
  readonly inviters: readonly string[]
  readonly mayInvite: boolean
  /** Whether they are the reader's own people. */
  readonly own: boolean
  readonly today: Day
  /** Whom one was handed in the last days, with the note. */
  readonly received: readonly Handed[]
  /** Whom one handed over a moment ago: it can still be undone. */
  readonly justNow: readonly Handed[]
}

/** For so long a note stands on the page of who took over. */
const NOTE_DAYS = 30

/** Who is supported by whom within reach, to whom they can be handed over, and who can invite somebody where nobody can take over. Five queries. */
export async function handingView(tx: Tx, permit: Permit<'relation.handOver'>): Promise<HandingView> {
  const kind = kindFor(permit)
  const people = await supportedBy(tx, permit, kind)
  const byDesk = handsDesks(permit)
  const takesSomebody = (colleague: PersonId) => people.some(({ subject, professional }) => professional !== colleague && subject !== colleague)
  return {
    kind,
    people: byDesk ? null : people,
    desks: byDesk ? desksOf(people) : null,
    colleagues: (await colleaguesOn(tx, permit.organisation, kind, permit.today)).filter(({ person }) => takesSomebody(person)),
    inviters: [...new Set((await staffOf(tx, permit.organisation, permit.today)).filter(({ role }) => mayInvite(role)).map(({ name }) => name))],
    mayInvite: mayInvite(permit.role),
    own: permit.reach !== 'organisation',
    today: permit.today,
    received: await handedRows(tx, permit, kind, { side: 'to', since: permit.now.subtract({ hours: 24 * NOTE_DAYS }) }),
    justNow: (await handedRows(tx, permit, kind, { side: 'by', since: permit.now.subtract({ minutes: UNDO_MINUTES }) })).filter(({ at }) =>
      mayBeUndone(at, permit.now),
    ),
  }
}

/** A policy adviser may know how many cases somebody has, and not whose (domain 2.12). */
function handsDesks(permit: AnyPermit): boolean {
  return permit.role === 'policyAdviser'
}

function desksOf(people: readonly Supported[]): Desk[] {
  const desks = Map.groupBy(people, ({ professional }) => professional)
  return [...desks].flatMap(([professional, own]) =>
    professional === null ? [] : [{ professional, name: own[0]?.professionalName ?? '', working: own[0]?.working ?? false, cases: own.length }],
  )
}

function mayInvite(role: Role): boolean {
  return scopeOf('person.invite', role) !== null
}

/**
 * Hands own members or own cases over to a colleague from a day on: the one ends the day before, the other begins, and who it is about gets a mail.
 * The note is for who takes over, who gets a message. A municipality's mail names nobody (decisions 8). For a policy adviser `subjects` are the case managers whose cases go over, all of them. Refuses nobody chosen, people outside reach, a colleague who has not the role that day, and a past day.
 */
export async function handOver(
  tx: Tx,
  permit: Permit<'relation.handOver'>,
  subjects: readonly PersonId[],
  to: PersonId | null,
  on: Day,
  note: string | null = null,
): Promise<void> {
  const { refusals } = handingTexts(permit.language)
  const kind = kindFor(permit)
  const people = await supportedBy(tx, permit, kind)
  if (subjects.length === 0) refuse(refusals.nobody, {}, { field: 'people' })
  if (!to) refuse(refusals.noColleague, {}, { field: 'to' })
  if (on < permit.today) refuse(refusals.past, {}, { field: 'on' })
  if (on > addMonths(permit.today, 12)) refuse(refusals.tooFar, {}, { field: 'on' })
  const colleague = (await colleaguesOn(tx, permit.organisation, kind, on)).find(({ person }) => person === to)
  if (!colleague) return refuse(refusals.notHere, {}, { field: 'to' })
  const key = handsDesks(permit) ? 'professional' : 'subject'
  const chosen = [...new Set(subjects)].flatMap((id) => {
    const meant = people.filter((each) => each[key] === id)
    return meant.length > 0 ? meant : refuse(refusals.notYours, {}, { field: 'people' })
  })
  if (chosen.some(({ subject }) => subject === to)) refuse(refusals.itself, {}, { field: 'to' })
  const moved = chosen.filter(({ professional }) => professional !== to)
  if (moved.length === 0) refuse(refusals.same, {}, { field: 'to' })
  const words = note === null ? '' : withoutBsn(note, 'note', permit.language)
  for (const { subject, professional: before } of moved) {
    await relate(tx, permit, kind, subject, to, on)
    await insertHanding(tx, permit, { id: newId(permit.now.epochMilliseconds), kind, subject, before, professional: to, on, note: words })
    await happened(tx, permit, 'relation.handedOver', { subject, professional: to, relation: kind })
  }
  if (to !== permit.person) await leaveMessage(tx, permit, { person: to, kind: 'handedToYou', link: '/overdracht', role: kind })
  await tell(tx, permit, kind, moved, colleague.name, on)
}

/** Lets go of own cases: from today on they are nobody's, and wait in a queue. Refuses (conflict) a case that is not one's own today. */
export async function releaseCases(tx: Tx, permit: Permit<'team.give'>, subjects: readonly PersonId[]): Promise<void> {
  const own = await peopleOf(tx, permit, 'caseManager', personOf(permit))
  for (const subject of [...subjects].toSorted()) {
    if (!own.some((each) => each.subject === subject)) refuse(handingTexts(permit.language).refusals.notYours, {}, { kind: 'conflict' })
    await endRelations(tx, permit.organisation, 'caseManager', subject, addDays(permit.today, -1))
    await happened(tx, permit, 'relation.released', { subject })
  }
}

/** The people whom this role leaves with nobody when it ends; members by name, residents without (domain 2.12). Nobody for a role without own people. */
export async function peopleLeft(
  tx: Tx,
  permit: Permit<'person.invite'>,
  person: PersonId,
  role: string,
): Promise<{ subject: PersonId; name: string | null }[]> {
  if (role !== 'coach' && role !== 'caseManager') return []
  const people = await peopleOf(tx, permit, role, person)
  return role === 'coach' ? people : people.map(({ subject }) => ({ subject, name: null }))
}

type Mailed = { readonly name: string; readonly email: string | null; readonly language: Supported['language'] }

async function tell(tx: Tx, permit: AnyPermit, kind: RelationKind, people: readonly Mailed[], professional: string, on: Day): Promise<void> {
  const organisation = (await organisationName(tx, permit.organisation)) ?? ''
  for (const { email, name, language } of people) {
    if (!email) continue
    const { subject, text } = handingTexts(language).mail[kind]
    const words = { name, organisation, professional, day: longDay(on, language) }
    await queueMail(tx, permit, { to: email, subject: fill(subject, words), text: fill(text, words) })
  }
}

/** Tells somebody who was handed over that nothing changes after all. */
export async function tellUndone(tx: Tx, permit: AnyPermit, kind: RelationKind, person: Mailed): Promise<void> {
  if (!person.email) return
  const { subject, text } = handingTexts(person.language).undone[kind]
  const words = { name: person.name, organisation: (await organisationName(tx, permit.organisation)) ?? '' }
  await queueMail(tx, permit, { to: person.email, subject: fill(subject, words), text: fill(text, words) })
}
