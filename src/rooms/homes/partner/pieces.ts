import { longDay, longMonth } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { euro, sum } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import { fill, type Language } from '#kit/text.ts'
import { type Permit, personNames, personOf } from '#rooms/access'
import { hoursCopy, type PartnerPiece, partnerTexts, planContentOf, planParts } from '#rooms/coaching'
import { lettersOfMember } from '#rooms/consent'
import { type SentStatement, sentStatements, statementParts } from '#rooms/settlement'
import { potsOf } from '#rooms/spending'

type Piece = Omit<PartnerPiece, 'id'>
/** What a member can show: the value of its box, and how it is called. */
export type PieceChoice = { readonly value: string; readonly label: string }

const POTS = ['business', 'development'] as const

/** Everything that the member of the permit can show now: the plan, the pots, the confirmed hours, each month that was sent and each letter of the municipality. */
export async function piecesToChoose(tx: Tx, permit: Permit<'partner.invite'>): Promise<PieceChoice[]> {
  const words = partnerTexts(permit.language).pieces
  const plan = await planContentOf(tx, permit, personOf(permit))
  const statements = newest(await sentStatements(tx, permit, { member: personOf(permit) }))
  const letters = await lettersOfMember(tx, permit, personOf(permit))
  return [
    ...(plan ? [{ value: 'actionPlan', label: words.actionPlan }] : []),
    { value: 'pots', label: words.pots },
    ...((await hoursCopy(tx, permit, personOf(permit))) ? [{ value: 'hours', label: words.hours }] : []),
    ...statements.map((sent) => ({
      value: `monthStatement:${sent.content.days ? sent.id : sent.month}`,
      label: fill(words.monthStatement, { month: titleOf(sent, permit.language) }),
    })),
    ...letters.map((letter) => ({
      value: `consentLetter:${letter.event}`,
      label: fill(words.consentLetter, { title: letter.title, day: longDay(letter.on, permit.language) }),
    })),
  ]
}

/** Copies of what was chosen, in the words that whoever looks along will read: Dutch. Refuses what is not, or no longer, among what the member can show. */
export async function copiesOf(tx: Tx, permit: Permit<'partner.invite'>, chosen: readonly string[]): Promise<Piece[]> {
  const copies: Piece[] = []
  for (const each of chosen)
    copies.push((await copyOf(tx, permit, each)) ?? refuse(partnerTexts(permit.language).refusals.noSuchPiece, {}, { field: 'pieces' }))
  return copies
}

async function copyOf(tx: Tx, permit: Permit<'partner.invite'>, chosen: string): Promise<Piece | null> {
  const [kind, which = ''] = chosen.split(':')
  if (kind === 'actionPlan') return planPiece(tx, permit)
  if (kind === 'pots') return potsPiece(tx, permit)
  if (kind === 'hours') return hoursPiece(tx, permit)
  if (kind === 'monthStatement') return statementPiece(tx, permit, which)
  return kind === 'consentLetter' ? letterPiece(tx, permit, which) : null
}

async function planPiece(tx: Tx, permit: Permit<'partner.invite'>): Promise<Piece | null> {
  const content = await planContentOf(tx, permit, personOf(permit))
  return content && { kind: 'actionPlan', title: partnerTexts('nl').pieces.actionPlan, parts: planParts(content, 'nl') }
}

async function potsPiece(tx: Tx, permit: Permit<'partner.invite'>): Promise<Piece> {
  const member = personOf(permit)
  const pots = await potsOf(tx, permit, member)
  const words = partnerTexts('nl')
  const rows = POTS.map((pot) => [words.potNames[pot], euro(pots[pot].balance)])
  const total = [fill(words.potsTotal, { day: longDay(permit.today) }), euro(sum(POTS.map((pot) => pots[pot].balance)))]
  const columns = [
    { label: words.potColumns.pot, amount: false },
    { label: words.potColumns.amount, amount: true },
  ]
  const name = (await personNames(tx, [member])).get(member) ?? ''
  return {
    kind: 'pots',
    title: words.pieces.pots,
    parts: [
      { kind: 'table', columns, rows: [...rows, total], total: true },
      { kind: 'text', text: fill(words.potsText, { name }) },
    ],
  }
}

async function hoursPiece(tx: Tx, permit: Permit<'partner.invite'>): Promise<Piece | null> {
  const parts = await hoursCopy(tx, permit, personOf(permit))
  return parts && { kind: 'hours', title: partnerTexts('nl').pieces.hours, parts }
}

async function statementPiece(tx: Tx, permit: Permit<'partner.invite'>, which: string): Promise<Piece | null> {
  const all = newest(await sentStatements(tx, permit, { member: personOf(permit) }))
  const found = all.find(({ id, month, content }) => which === (content.days ? id : month))
  return found
    ? { kind: 'monthStatement', title: fill(partnerTexts('nl').pieces.monthStatement, { month: titleOf(found, 'nl') }), parts: statementParts(found) }
    : null
}

/** The month, and of a month with a move the town that got this part of it. */
function titleOf({ month, content }: SentStatement, language: Language): string {
  return content.days ? `${longMonth(month, language)}, ${content.municipality}` : longMonth(month, language)
}

async function letterPiece(tx: Tx, permit: Permit<'partner.invite'>, event: string): Promise<Piece | null> {
  const found = (await lettersOfMember(tx, permit, personOf(permit))).find((each) => each.event === event)
  return found
    ? { kind: 'consentLetter', title: fill(partnerTexts('nl').pieces.consentLetter, { title: found.title, day: longDay(found.on) }), parts: found.parts }
    : null
}

/** Of each month, and each town of it, the version that counts now. */
function newest(statements: readonly SentStatement[]): SentStatement[] {
  return statements.filter(
    (each) => !statements.some((other) => other.month === each.month && other.municipality === each.municipality && other.version > each.version),
  )
}
