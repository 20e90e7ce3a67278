import { withoutBsn } from '#kit/bsn.ts'
import type { Day } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { organisationName, type Permit, personNames } from '#rooms/access'
import { equatedDays, freeDays, lastDayToObject } from '#rooms/law'
import { townLogoOf } from '#rooms/organisations'
import { rulesOfTown } from '../../town/town.ts'
import { type Letter, letterOf, type OwnWords } from '../letter.rules.ts'
import { exampleOf } from './example.rules.ts'
import { ownWords as words } from './own-words.nl.ts'
import { currentOf, type DatedOwnWords, mayCountFrom, type OwnKind, ownWordsOn } from './own-words.rules.ts'
import { insertTownLetter, townLetterRows } from './own-words.sql.ts'

export type OwnWordsFile = {
  readonly kind: OwnKind
  readonly today: Day
  readonly current: DatedOwnWords | null
  readonly history: readonly (DatedOwnWords & { readonly name: string })[]
  /** A letter of this kind to somebody invented, as it would be made today. */
  readonly example: Letter
}

/** The own words of the acting municipality for a kind of letter, with an example of that letter. */
export async function ownWordsFile(tx: Tx, permit: Permit<'townRules.set'>, kind: OwnKind): Promise<OwnWordsFile> {
  const rows = await townLetterRows(tx, permit.organisation)
  const names = await personNames(tx, [...new Set(rows.map(({ setBy }) => setBy))])
  const rules = (await rulesOfTown(tx, permit.organisation))(permit.today)
  const shown = kind === 'all' ? 'granted' : kind
  const own = kind === 'all' ? (currentOf(rows, 'all', permit.today) ?? { opening: '', closing: '', contact: '' }) : ownWordsOn(rows, kind, permit.today)
  const { opening, closing, contact } = own
  const example = letterOf(exampleOf(shown, permit.today, permit.now), {
    municipality: (await organisationName(tx, permit.organisation)) ?? '',
    cooperative: words.example.cooperative,
    member: words.example.member,
    work: words.example.work,
    renews: false,
    ground: words.example.ground,
    costs: '',
    objectUntil: lastDayToObject(permit.today, freeDays(await equatedDays(tx))),
    address: rules.address,
    logo: await townLogoOf(tx, permit.organisation),
    own: { opening, closing, contact: contact || rules.contact },
    signature: { signedAs: rules.signedAs, signedName: rules.signedName, mandate: rules.mandate, staff: null, at: null },
  })
  if (!example) throw new Error(`${shown} has no letter`)
  return {
    kind,
    today: permit.today,
    current: currentOf(rows, kind, permit.today),
    history: rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ ...row, name: names.get(row.setBy) ?? '' }))
      .toReversed(),
    example,
  }
}

/** Writes own words for a kind of letter down, from a day on; what was sent stays as it was. Refuses a day that has been, and words that hold a BSN. */
export async function setOwnWords(tx: Tx, permit: Permit<'townRules.set'>, kind: OwnKind, from: Day, own: OwnWords): Promise<void> {
  mayCountFrom(from, permit.today)
  for (const field of ['opening', 'closing', 'contact'] as const) withoutBsn(own[field], field)
  await insertTownLetter(tx, permit, kind, from, own)
  await happened(tx, permit, 'townLetter.set', {})
}
