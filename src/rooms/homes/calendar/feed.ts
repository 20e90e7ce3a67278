import { randomBytes } from 'node:crypto'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { refuse } from '#kit/refusal.ts'
import { accessTexts, asSystem, type Permit, personOf, scopeOf, staff, type World } from '#rooms/access'
import { calendar as words } from './calendar.nl.ts'
import type { YearDuty } from './calendar.rules.ts'
import { yearCalendar } from './calendar.ts'
import { titleOf } from './calendar-page.tsx'
import { deleteFeed, feedBy, findFeed, saveFeed } from './feed.sql.ts'
import { type IcsEvent, icsOf } from './ics.rules.ts'

const ADDRESS = '/kalender/abonnement'

/** The address by which one's own agenda reads the calendar; null without one. */
export async function feedPath(tx: Tx, permit: Permit<'calendar.read'>): Promise<string | null> {
  const token = await findFeed(tx, permit, personOf(permit))
  return token && `${ADDRESS}/${token}`
}

/** Makes a secret address for one's own agenda, or a new one; the one before works no longer. */
export async function renewFeed(tx: Tx, permit: Permit<'calendar.subscribe'>): Promise<void> {
  await saveFeed(tx, permit, personOf(permit), randomBytes(32).toString('base64url'))
  await happened(tx, permit, 'calendar.subscribed', {})
}

/** Ends one's own address; without one nothing changes. */
export async function endFeed(tx: Tx, permit: Permit<'calendar.subscribe'>): Promise<void> {
  if (await deleteFeed(tx, permit, personOf(permit))) await happened(tx, permit, 'calendar.unsubscribed', {})
}

/** The calendar for whoever holds an address: days and tasks, no names. Refuses (missing) an address that is none, and one of somebody without a role that sees it today. */
export async function calendarByFeed(world: World, token: string): Promise<string> {
  const owner = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, (tx) => feedBy(tx, token))
  if (!owner) return refuse(words.refusals.noFeed, {}, { kind: 'missing' })
  return asSystem(world, owner.tenant, 'calendar.feed', async (tx, permit) => {
    const roles = (await staff(tx, permit)).filter(({ person }) => person === owner.person)
    if (!roles.some(({ role }) => scopeOf('calendar.read', role) !== null)) refuse(words.refusals.noFeed, {}, { kind: 'missing' })
    return icsOf(eventsOf(await yearCalendar(tx, permit)), words.title, permit.now)
  })
}

/** What is still to be done, for an agenda elsewhere: without names of people. */
export function eventsOf(duties: readonly YearDuty[]): IcsEvent[] {
  return duties
    .filter(({ done }) => !done)
    .map((duty) => ({ key: duty.key, on: duty.on, title: titleOf(duty, false), text: [accessTexts.roles[duty.who], duty.source ?? words.agreed].join(', ') }))
}
