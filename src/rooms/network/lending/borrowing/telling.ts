import type { Tx } from '#kit/db.ts'
import {
  type AnyPermit,
  asSystem,
  type Job,
  job,
  type MessageKind,
  type OrganisationId,
  organisationsAll,
  type Permit,
  tellStaff,
  type World,
} from '#rooms/access'
import { signedVersions } from '#rooms/agreements'
import { ownEditions } from '../publishing/publishing.sql.ts'
import { borrowedHere, insertLendingTold } from './borrowing.sql.ts'

/** Tells the board that the lender published a newer edition than the one it borrowed; of one edition once. */
async function tellOfNewer(tx: Tx, permit: Permit<'lending.tell'>, item: string, edition: string): Promise<void> {
  const own = (await borrowedHere(tx, permit)).filter((each) => each.item === item)
  const [first] = own
  if (!first || own.some((each) => each.edition === edition)) return
  await tellBoard(tx, permit, edition, { kind: 'lentNewer', link: `/bibliotheek/${first.slug}` })
}

/** Tells the board that what it borrowed is no longer called a model; of one mark once. */
async function tellOfMark(tx: Tx, permit: Permit<'lending.tell'>, edition: string, mark: string): Promise<void> {
  const borrowed = (await borrowedHere(tx, permit)).find((each) => each.edition === edition)
  if (!borrowed) return
  await tellBoard(tx, permit, mark, { kind: 'lentUnmarked', link: `/bibliotheek/${borrowed.slug}` })
}

/** Offers the board to lend the version it just signed, where it lends an earlier one. */
async function askAgain(tx: Tx, permit: Permit<'lending.tell'>): Promise<void> {
  const [newest] = await signedVersions(tx, permit)
  const lent = (await ownEditions(tx, permit)).find(({ shown }) => shown)
  if (newest && lent && lent.number < newest.number) await tellBoard(tx, permit, newest.id, { kind: 'lentAgain', link: '/uitlenen' })
}

async function tellBoard(tx: Tx, permit: AnyPermit, about: string, message: { readonly kind: MessageKind; readonly link: string }): Promise<void> {
  if (!(await insertLendingTold(tx, permit, about))) return
  await tellStaff(tx, permit, ['board'], [message])
}

/** What one did is heard by every cooperative that borrowed, each on its own behalf. */
async function atEvery(world: World, tell: (tx: Tx, permit: Permit<'lending.tell'>) => Promise<void>): Promise<void> {
  const organisations = await world.database.unit({ role: 'opbloei_app', organisation: null, person: null }, organisationsAll)
  for (const { id, kind } of organisations) if (kind === 'cooperative') await asSystem(world, id, 'lending.tell', tell)
}

const tellNewer: Job = (world, { facts }) => atEvery(world, (tx, permit) => tellOfNewer(tx, permit, facts.item ?? '', facts.edition ?? ''))
const tellUnmarked: Job = (world, { facts }) => atEvery(world, (tx, permit) => tellOfMark(tx, permit, facts.edition ?? '', facts.mark ?? ''))

/** Tells the board that lends an agreement that a borrower told something about it. */
const tellRemarked: Job = (world, { facts }) =>
  asSystem(world, (facts.lender ?? '') as OrganisationId, 'lending.tell', (tx, permit) =>
    tellBoard(tx, permit, facts.remark ?? '', { kind: 'lentRemarked', link: '/uitlenen' }),
  )

export const jobs = {
  'lending.tellNewer': tellNewer,
  'lending.tellUnmarked': tellUnmarked,
  'lending.tellRemarked': tellRemarked,
  'lending.askAgain': job('lending.tell', (tx, permit) => askAgain(tx, permit)),
}
