import { addMonths } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { isId, newId } from '#kit/ids.ts'
import { refuse } from '#kit/refusal.ts'
import { type AnyPermit, organisationName, type Permit, personNames, personOf, staff } from '#rooms/access'
import { cooperationAgreements, signedVersions } from '#rooms/agreements'
import { membersOn } from '#rooms/members'
import { allMunicipalities, cooperativeById } from '#rooms/organisations'
import { slugOf } from '../../knowledge/writing/writing.rules.ts'
import type { Craft } from '../../listings/listings.rules.ts'
import { ownListing } from '../../listings/listings.ts'
import { type Reach, traitsOf } from '../lending.rules.ts'
import { remarksOnLent } from '../remarks/remarks.ts'
import { cleaned, type OwnWords } from './cleaning.rules.ts'
import type { KnownName, Warning } from './names.rules.ts'
import { nl } from './publishing.nl.ts'
import {
  endLent,
  insertEdition,
  insertLendingItem,
  insertPublication,
  lockLending,
  type OwnEdition,
  otherEyesOf,
  ownEditions,
  saveOtherEyes,
  saveReview,
  showEdition,
} from './publishing.sql.ts'
import { keptRewritten, ownArticles } from './rewriting.rules.ts'

/** For how long nobody needs to look whether it still holds; how long is our proposal. */
const REVIEW_MONTHS = 12

/** What the board says of an agreement that it lends. */
export type LendingFacts = OwnWords & {
  readonly version: string
  readonly crafts: readonly Craft[]
  readonly reach: Reach
  readonly named: boolean
  readonly withoutOwn: boolean
}

/** What the own cooperative lends, what waits, which signed versions there are, and whether one of them is newer than what is lent. */
export async function ownLending(tx: Tx, permit: Permit<'lending.keep'>) {
  const editions = await ownEditions(tx, permit)
  const versions = await signedVersions(tx, permit)
  const items = [...Map.groupBy(editions, ({ item }) => item).values()].map((own) => {
    const shown = own.find((each) => each.shown) ?? null
    const [last] = own
    const waits = last && last.publishedAt === null ? last : null
    const newest = versions[0]
    const newer = shown && newest && newest.number > shown.number && (waits?.number ?? 0) < newest.number ? newest : null
    return { item: own[0]?.item ?? '', shown, waits, newer, ended: shown === null && own.some(({ publishedAt }) => publishedAt !== null) }
  })
  return { items, versions, otherEyes: await otherEyesOf(tx, permit), told: await remarksOnLent(tx, permit) }
}

/** What the form begins with: a signed version, and the words of the edition before where there is one. Refuses (missing) a version the board did not sign. */
export async function lendingToPrepare(tx: Tx, permit: Permit<'lending.keep'>, wanted: { readonly version: string; readonly item: string | null }) {
  const versions = await signedVersions(tx, permit)
  const version = versions.find(({ id }) => id === wanted.version) ?? versions[0] ?? refuse(nl.refusals.noVersion, {}, { kind: 'missing' })
  const before = wanted.item ? ((await ownEditions(tx, permit)).find(({ item }) => item === wanted.item) ?? null) : null
  const crafts = before?.crafts ?? (await listingOf(tx, permit))?.crafts ?? []
  return { version, versions, before, crafts, name: await nameOf(tx, permit) }
}

/**
 * Makes an agreement ready for the library: without the names that the house knows, for the board to read as others will. Nothing is shown yet. Gives the edition.
 * Refuses a version that the board did not sign, and (missing) an item of somebody else.
 */
export async function prepareLending(tx: Tx, permit: Permit<'lending.keep'>, item: string | null, facts: LendingFacts): Promise<string> {
  await lockLending(tx, permit)
  const versions = await signedVersions(tx, permit)
  const version = versions.find(({ id }) => id === facts.version) ?? refuse(nl.refusals.noVersion, {}, { field: 'version' })
  const before = item ? (await ownEditions(tx, permit)).filter((each) => each.item === item) : []
  if (item && before.length === 0) refuse(nl.refusals.missing, {}, { kind: 'missing' })
  const [last] = before
  const own = last ? ownArticles(last.articles, last.rewritten, versions.find(({ id }) => id === last.version)?.articles ?? []) : []
  const { articles, rewritten } = facts.withoutOwn
    ? { articles: version.articles.filter(({ kind }) => kind !== 'free'), rewritten: [] }
    : keptRewritten(version.articles, own)
  const clean = cleaned(facts, articles, await knownNames(tx, permit))
  const of = before[0]?.item ?? (await insertLendingItem(tx, permit, `${slugOf(clean.title)}-${newId().slice(-6)}`))
  const edition = await insertEdition(tx, permit, of, Math.max(0, ...before.map(({ nr }) => nr)) + 1, {
    ...clean,
    rewritten,
    crafts: facts.crafts,
    traits: traitsOf(clean.articles, facts.crafts),
    reach: facts.reach,
    lender: facts.named ? await nameOf(tx, permit) : null,
    version: version.id,
    number: version.number,
    otherEyes: await otherEyesOf(tx, permit),
  })
  await happened(tx, permit, 'lending.prepared', { edition })
  return edition
}

/** Exactly what others will see, what was taken out of it, and what only a reader can judge. Refuses (missing) what is not of the own cooperative. */
export async function lendingToPublish(tx: Tx, permit: Permit<'lending.keep'>, id: string) {
  const edition = await ownEdition(tx, permit, id)
  const known = await knownNames(tx, permit)
  const version = (await signedVersions(tx, permit)).find((each) => each.id === edition.version)
  const { removed } = cleaned(edition, version?.articles ?? [], known)
  const { warnings } = cleaned(edition, edition.articles, known)
  const names = await personNames(tx, [edition.preparedBy])
  const own = ownArticles(edition.articles, edition.rewritten, version?.articles ?? [])
  return { edition, removed, warnings, articles: own, preparedByName: names.get(edition.preparedBy) ?? '', own: edition.preparedBy === permit.person }
}

/**
 * Puts what was made ready in the library, in place of an earlier edition. Refuses what was published before or replaced, what still may tell of somebody as long as
 * nobody says to have read that, and who made it ready where the cooperative asks for a colleague.
 */
export async function publishLending(tx: Tx, permit: Permit<'lending.keep'>, id: string, read: boolean): Promise<OwnEdition> {
  await lockLending(tx, permit)
  const edition = await ownEdition(tx, permit, id)
  const newest = (await ownEditions(tx, permit)).find(({ item }) => item === edition.item)
  if (edition.publishedAt !== null || newest?.edition !== edition.edition) refuse(nl.refusals.notWaiting, {}, { kind: 'conflict' })
  if (edition.otherEyes && edition.preparedBy === personOf(permit)) refuse(nl.refusals.ownEdition)
  if (!read && (await warningsOf(tx, permit, edition)).length > 0) refuse(nl.refusals.readFirst, {}, { field: 'read' })
  if (!(await insertPublication(tx, permit, id))) refuse(nl.refusals.notWaiting, {}, { kind: 'conflict' })
  await showEdition(tx, id, addMonths(permit.today, REVIEW_MONTHS))
  await happened(tx, permit, 'lending.published', { item: edition.item, edition: id })
  return edition
}

/** Takes an agreement back from the library at once; what was borrowed stays with who borrowed it. Refuses (missing) what does not stand there. */
export async function takeLendingBack(tx: Tx, permit: Permit<'lending.keep'>, item: string): Promise<void> {
  await ownItem(tx, permit, item)
  if (!(await endLent(tx, permit, item))) refuse(nl.refusals.notShown, {}, { kind: 'conflict' })
  await happened(tx, permit, 'lending.ended', { item })
}

/** Says that an own agreement in the library still holds: it is looked at again in a year. Refuses (missing) what does not stand there. */
export async function confirmLending(tx: Tx, permit: Permit<'lending.keep'>, item: string): Promise<void> {
  await ownItem(tx, permit, item)
  if (!(await saveReview(tx, item, addMonths(permit.today, REVIEW_MONTHS)))) refuse(nl.refusals.notShown, {}, { kind: 'conflict' })
  await happened(tx, permit, 'lending.confirmed', { item })
}

/** Chooses whether a colleague looks along before something is put in the library; it holds for what is made ready after it. */
export async function chooseOtherEyes(tx: Tx, permit: Permit<'lending.keep'>, otherEyes: boolean): Promise<void> {
  await saveOtherEyes(tx, permit, otherEyes)
  await happened(tx, permit, 'lending.eyesChosen', { otherEyes: otherEyes ? 'yes' : 'no' })
}

/** One edition of the own cooperative. Refuses (missing) what is none. */
export async function ownEdition(tx: Tx, permit: AnyPermit, id: string): Promise<OwnEdition> {
  const [found] = isId(id) ? await ownEditions(tx, permit, { edition: id }) : []
  return found ?? refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function ownItem(tx: Tx, permit: AnyPermit, item: string): Promise<void> {
  const own = isId(item) && (await ownEditions(tx, permit)).some((each) => each.item === item)
  if (!own) refuse(nl.refusals.missing, {}, { kind: 'missing' })
}

async function warningsOf(tx: Tx, permit: Permit<'lending.keep'>, edition: OwnEdition): Promise<readonly Warning[]> {
  return cleaned(edition, edition.articles, await knownNames(tx, permit)).warnings
}

/** Every name by which somebody could tell whose agreement it is: the cooperative, its people, its towns, and how to reach it. */
export async function knownNames(tx: Tx, permit: Permit<'lending.keep'>): Promise<KnownName[]> {
  const cooperative = await cooperativeById(tx, permit, permit.organisation)
  const listing = await listingOf(tx, permit)
  const towns = [
    ...(await cooperationAgreements(tx, permit)).map(({ municipalityName }) => municipalityName),
    ...[cooperative.city, listing?.town, listing?.placeName].map((name) => name ?? ''),
  ]
  const names = (found: readonly (string | null | undefined)[], kind: KnownName['kind']) =>
    [...new Set(found)].flatMap((name): KnownName[] => (name ? [{ name, kind }] : []))
  const members = await membersOn(tx, permit, permit.today)
  return [
    ...names([await organisationName(tx, permit.organisation), cooperative.legalName, cooperative.tradeName], 'cooperative'),
    ...names([cooperative.kvk, cooperative.vatId, cooperative.iban, cooperative.phone, listing?.phone], 'reach'),
    ...names([cooperative.email, cooperative.website, listing?.email, listing?.website], 'reach'),
    ...names(
      members.flatMap(({ name, firstName, trade }) => [name, firstName, trade?.tradeName]),
      'member',
    ),
    ...names(
      (await staff(tx, permit)).map(({ name }) => name),
      'staff',
    ),
    ...names(
      towns.flatMap((name) => [name, name.replace(/^gemeente /i, '')]),
      'municipality',
    ),
    // Of a town elsewhere the whole name goes; "Best" and "Huizen" are ordinary words.
    ...names(
      (await allMunicipalities(tx)).map(({ name }) => name),
      'municipality',
    ).map((known): KnownName => ({ ...known, whole: true })),
  ]
}

async function listingOf(tx: Tx, permit: Permit<'lending.keep'>) {
  const { own, placeName } = await ownListing(tx, permit)
  return own ? { ...own, placeName } : null
}

async function nameOf(tx: Tx, permit: AnyPermit): Promise<string> {
  return (await cooperativeById(tx, permit, permit.organisation)).tradeName
}
