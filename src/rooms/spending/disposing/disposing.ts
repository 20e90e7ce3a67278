import { addDays, laterDay } from '#kit/day.ts'
import type { Tx } from '#kit/db.ts'
import { happened } from '#kit/happened.ts'
import { newId } from '#kit/ids.ts'
import { type Cents, minus, percent, ZERO } from '#kit/money.ts'
import { refuse } from '#kit/refusal.ts'
import type { AnyPermit, Permit } from '#rooms/access'
import { type EntryId, post, reverse, type Transfer } from '#rooms/ledger'
import { findMember } from '#rooms/members'
import { type Cooperative, cooperativeOf, korOn } from '#rooms/organisations'
import { mayStep, stepsThatCount } from '../equipment/equipment.rules.ts'
import { insertStep, lockEquipment } from '../equipment/equipment.sql.ts'
import { type Equipment, type EquipmentId, equipmentById } from '../equipment/equipment.ts'
import { disposingTexts } from './disposing.en.ts'
import { generalRate, owedBy, partingTransfers, resultOf, type Vat, vatOf } from './disposing.rules.ts'
import { disposalRows, type InBooks, insertDisposal, insertDisposalUndone, lockBills, takeBillNumber, thingsInBooks } from './disposing.sql.ts'
import type { BillDocument, Disposal, DisposalId, Parted } from './disposing.types.ts'

/** What booking a thing that goes would do, in cents: what leaves the books, what comes in, and what is won (above zero) or lost. */
export type DisposalView = {
  readonly thing: Equipment
  readonly cost: Cents
  readonly worn: Cents
  readonly price: Cents
  readonly vat: Cents
  readonly net: Cents
  readonly result: Cents
  readonly treatment: Vat['treatment']
  /** Under the Kor, while VAT of the purchase came back: part of that may be owed again. */
  readonly revision: boolean
}

/**
 * What a disposal would book; writes nothing. Refuses what is not the cooperative's, what is in the books as gone already, a day that cannot be, a sale without price or
 * buyer, one's own purchase, and a figure that the VAT needs and nobody gave.
 */
export async function disposalPreview(tx: Tx, permit: Permit<'equipment.dispose'>, id: EquipmentId, how: Parted): Promise<DisposalView> {
  const { refusals } = disposingTexts[permit.language]
  const thing = await equipmentById(tx, permit, id)
  const books = (await thingsInBooks(tx, permit)).get(id)
  if (thing.owner !== 'cooperative' || !books) return refuse(refusals.notOurs, {}, { kind: 'conflict' })
  if (books.gone) refuse(refusals.booked, {}, { kind: 'conflict' })
  refuseDay(permit, thing, how)
  if (how.member && how.member === permit.person) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (how.kind === 'sold') {
    if (how.cents === null || how.cents <= 0n) refuse(refusals.noPrice, {}, { field: 'cents' })
    if (!how.member && !how.buyer) refuse(refusals.noBuyer, {}, { field: 'member' })
  }
  if (how.kind !== 'lost' && how.member && !(await findMember(tx, permit, how.member))) refuse(refusals.noBuyer, {}, { field: 'member' })
  return { thing, ...figures(permit, thing, books, how, await cooperativeOf(tx, permit)) }
}

function figures(permit: AnyPermit, thing: Equipment, books: InBooks, how: Parted, cooperative: Cooperative): Omit<DisposalView, 'thing'> {
  const { refusals } = disposingTexts[permit.language]
  const kor = korOn(cooperative, how.on)
  const { cost, worn, deducted } = books
  // The rate follows the day of the bill, the Kor the day of supply (decisions 1).
  const facts = { kind: how.kind, cents: how.cents, kor, deducted, boughtHow: how.boughtHow, paid: thing.value, rate: generalRate(permit.today) }
  const vat = vatOf(facts)
  if (!vat) return how.kind === 'given' ? refuse(refusals.noWorth, {}, { field: 'cents' }) : refuse(refusals.noBoughtHow, {}, { field: 'boughtHow' })
  const price = how.kind === 'sold' ? (how.cents ?? ZERO) : ZERO
  const money = { cost, worn, price, vat: vat.vat }
  return { ...money, net: minus(price, price > 0n ? vat.vat : ZERO), result: resultOf(money), treatment: vat.treatment, revision: kor && deducted }
}

function refuseDay(permit: AnyPermit, thing: Equipment, how: Parted): void {
  const { refusals } = disposingTexts[permit.language]
  const gone = thing.standing !== 'here' && thing.standing !== 'lent'
  if (gone && thing.standing !== how.kind) refuse(refusals.otherWay, {}, { field: 'kind' })
  const last = thing.steps.at(-1)?.on ?? thing.boughtOn
  if (how.on > permit.today || how.on < (gone ? thing.boughtOn : last)) refuse(refusals.day, {}, { field: 'on' })
}

/**
 * Books that a thing was sold, lost or given away, in one entry of today, and takes it from the register where that was not done yet. A sale gets the next number of its series and a
 * bill that never changes; what a member owes for it stands on an account of its own. Refuses as the preview does. Gives the disposal.
 */
export async function disposeOf(tx: Tx, permit: Permit<'equipment.dispose'>, id: EquipmentId, how: Parted): Promise<DisposalId> {
  await lockEquipment(tx, permit, id)
  const view = await disposalPreview(tx, permit, id, how)
  const { thing } = view
  if (mayStep(thing.standing, how.kind)) {
    await insertStep(tx, permit, id, thing.steps.length, { kind: how.kind, member: how.kind === 'lost' ? null : how.member, on: how.on, note: how.note })
  }
  const disposal = newId<DisposalId>(permit.now.epochMilliseconds)
  const sold = how.kind === 'sold'
  const member = how.kind === 'lost' ? null : how.member
  const buyer = sold && !member ? how.buyer : null
  const document = sold ? await billFor(tx, permit, view, how) : null
  const { cost, worn, price, vat } = view
  const transfers = partingTransfers({ cost, worn, price, vat, to: owedBy(member, how.paidBy) })
  const entry =
    transfers.length === 0 ? null : await post(tx, permit, { source: { kind: 'thing gone', id: disposal }, on: permit.today, transfers: some(transfers) })
  await insertDisposal(tx, permit, {
    id: disposal,
    equipment: id,
    kind: how.kind,
    on: how.on,
    member,
    buyer,
    price,
    vat,
    treatment: view.treatment,
    boughtHow: how.boughtHow,
    cost,
    worn,
    paidBy: sold ? how.paidBy : null,
    number: document?.number ?? null,
    document,
    dueOn: document?.dueOn ?? null,
    entry,
  })
  await happened(tx, permit, 'equipment.disposed', { equipment: id, disposal, member: thing.member })
  if (sold && member) await happened(tx, permit, 'equipment.billed', { disposal, member })
  return disposal
}

/**
 * Takes back that a thing went, by the mirror of its entry, dated today, with a reason: it is in the register and the books again, and a bill gets a credit note with the next
 * number. Refuses what was taken back before (conflict), a bill on which money came in (that is undone first), and one's own purchase.
 */
export async function restoreThing(tx: Tx, permit: Permit<'equipment.restore'>, id: DisposalId, reason: string): Promise<void> {
  const { refusals } = disposingTexts[permit.language]
  await lockBills(tx, permit)
  const found = await disposalById(tx, permit, id)
  await lockEquipment(tx, permit, found.equipment)
  if (found.undoneOn) refuse(refusals.undoneBefore, {}, { kind: 'conflict' })
  if (found.member && found.member === permit.person) refuse(refusals.own, {}, { kind: 'forbidden' })
  if (found.paid !== 0n) refuse(refusals.paidAlready, {}, { kind: 'conflict' })
  const thing = await equipmentById(tx, permit, found.equipment)
  const number = found.number ? ((await takeBillNumber(tx, permit)) ?? refuse(refusals.laterNumber, {}, { kind: 'conflict' })) : null
  if (!(await insertDisposalUndone(tx, permit, id, number, reason))) refuse(refusals.undoneBefore, {}, { kind: 'conflict' })
  if (found.entry) await reverse(tx, permit, found.entry as EntryId, { kind: 'thing gone undone', id }, permit.today)
  if (mayStep(thing.standing, 'undone')) {
    const on = laterDay(permit.today, thing.steps.at(-1)?.on ?? permit.today)
    // Whoever had it on loan before has it again, and sees it.
    const before = stepsThatCount(thing.steps).at(-2)
    const member = before?.kind === 'lent' ? before.member : null
    await insertStep(tx, permit, thing.id, thing.steps.length, { kind: 'undone', member, on, note: reason })
  }
  await happened(tx, permit, 'equipment.restored', { equipment: thing.id, disposal: id, member: thing.member })
  if (found.number && found.member) await happened(tx, permit, 'equipment.billUndone', { disposal: id, member: found.member })
}

/** One thing that went, within reach. Refuses (missing) otherwise. */
export async function disposalById(tx: Tx, permit: AnyPermit, id: DisposalId): Promise<Disposal> {
  const [found] = await disposalRows(tx, permit, { id })
  return found ?? refuse(disposingTexts[permit.language].refusals.missing, {}, { kind: 'missing' })
}

async function billFor(tx: Tx, permit: Permit<'equipment.dispose'>, view: DisposalView, how: Parted): Promise<BillDocument> {
  const { refusals } = disposingTexts[permit.language]
  const cooperative = await cooperativeOf(tx, permit)
  if (how.paidBy === 'bill' && !cooperative.iban) refuse(refusals.noIban, {}, { field: 'paidBy' })
  const row = how.member ? await findMember(tx, permit, how.member) : null
  const buyer = row ? [row.name, row.street, [row.postCode, row.city].filter(Boolean).join(' ')] : (how.buyer ?? '').split('\n')
  return {
    number: (await takeBillNumber(tx, permit)) ?? refuse(refusals.laterNumber, {}, { kind: 'conflict' }),
    issuedOn: permit.today,
    suppliedOn: how.on,
    dueOn: how.paidBy === 'cash' ? permit.today : addDays(permit.today, cooperative.settings.invoiceTermDays),
    seller: {
      name: cooperative.legalName,
      lines: [cooperative.street, `${cooperative.postCode} ${cooperative.city}`],
      kvk: cooperative.kvk,
      vatId: cooperative.vatId,
      iban: cooperative.iban,
    },
    buyer: buyer.flatMap((line) => (line?.trim() ? [line.trim()] : [])),
    thing: view.thing.name,
    price: String(view.price),
    vat: String(view.vat),
    percent: view.treatment === 'standard' ? percent(generalRate(permit.today)) : null,
    treatment: view.treatment,
    paidBy: how.paidBy,
  }
}

function some(transfers: readonly Transfer[]): readonly [Transfer, ...Transfer[]] {
  const [first, ...rest] = transfers
  if (!first) throw new Error('an entry of nothing')
  return [first, ...rest]
}
