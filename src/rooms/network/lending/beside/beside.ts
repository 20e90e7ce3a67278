import type { Day } from '#kit/day.ts'
import { yearOf } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { isId } from '#kit/ids.ts'
import type { Permit } from '#rooms/access'
import { type Article, signedVersions, type VersionId, versionToRead } from '#rooms/agreements'
import { monthsBeside, type Outcome, SAMPLE_NAMES, type Sample, yearBeside } from '#rooms/settlement'
import { type LentAgreement, lentAgreements } from '../lending.sql.ts'

/** One of two that lie beside each other: of the library, or an own version. */
export type BesideSide = { readonly key: string; readonly articles: readonly Article[]; readonly lent: LentAgreement | null; readonly number: number | null }

/** What is asked: two by their key, and an invented year or the own months. */
export type BesideAsked = { readonly a: string; readonly b: string; readonly year: Sample | 'months' }

/** Both sides, and everything there is to choose from. */
export type Beside = {
  readonly asked: BesideAsked
  readonly a: BesideSide | null
  readonly b: BesideSide | null
  readonly lent: readonly LentAgreement[]
  readonly own: readonly { readonly id: VersionId; readonly number: number }[]
  readonly outcome: Outcome | null
}

const OWN = 'eigen-'

/** The key of an own version, in the address. */
export function ownKey(id: string): string {
  return `${OWN}${id}`
}

/** Only an invented year that there is, or the own months where the reader may see them. */
export function askedFrom(query: (name: string) => string | undefined, mayMonths: boolean): BesideAsked {
  const year = query('jaar')
  const sample = SAMPLE_NAMES.find((each) => each === year)
  return { a: query('a') ?? '', b: query('b') ?? '', year: sample ?? (mayMonths && year === 'maanden' ? 'months' : 'seamstress') }
}

/** Two agreements of the library beside each other, for whoever may read them. One query. */
export async function besidePublic(tx: Tx, asked: BesideAsked, today: Day): Promise<Beside> {
  const lent = await lentAgreements(tx, { traits: [], source: null })
  const [a, b] = sidesOf(asked, lent, [])
  return { asked, a, b, lent, own: [], outcome: outcomeOf(asked, a, b, today) }
}

/** The same for who signed in: also own versions within reach. */
export async function besideOwn(tx: Tx, permit: Permit<'lending.read'> | Permit<'whatIf.see'>, asked: BesideAsked): Promise<Beside> {
  const lent = await lentAgreements(tx, { traits: [], source: null })
  const own = permit.reach === 'organisation' ? await signedVersions(tx, permit) : []
  const wanted = [asked.a, asked.b].filter((key) => key.startsWith(OWN) && isId(key.slice(OWN.length)))
  const versions = []
  for (const key of new Set(wanted)) versions.push(await versionToRead(tx, permit, key.slice(OWN.length) as VersionId))
  const [a, b] = sidesOf(asked, lent, versions)
  return { asked, a, b, lent, own, outcome: outcomeOf(asked, a, b, permit.today) }
}

/** The same on the own months that were closed. */
export async function besideMonths(tx: Tx, permit: Permit<'whatIf.see'>, asked: BesideAsked): Promise<Beside> {
  const found = await besideOwn(tx, permit, asked)
  const { a, b } = found
  return a && b ? { ...found, outcome: await monthsBeside(tx, permit, counted(a), counted(b)) } : found
}

function sidesOf(
  asked: BesideAsked,
  lent: readonly LentAgreement[],
  versions: readonly { readonly id: string; readonly number: number; readonly articles: readonly Article[] }[],
) {
  const side = (key: string): BesideSide | null => {
    const found = lent.find(({ slug }) => slug === key)
    if (found) return { key, articles: found.articles, lent: found, number: null }
    const version = versions.find(({ id }) => ownKey(id) === key)
    return version ? { key, articles: version.articles, lent: null, number: version.number } : null
  }
  return [side(asked.a), side(asked.b)] as const
}

function outcomeOf({ year }: BesideAsked, a: BesideSide | null, b: BesideSide | null, today: Day): Outcome | null {
  return a && b && year !== 'months' ? yearBeside(year, yearOf(today), counted(a), counted(b)) : null
}

function counted({ key, articles }: BesideSide) {
  return { version: key, articles }
}
