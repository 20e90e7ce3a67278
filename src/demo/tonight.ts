import { randomBytes } from 'node:crypto'
import { addDays, addMonths, firstDay, monthAfter, monthOf } from '#kit/day.ts'
import { storeFile } from '#kit/files.ts'
import { newId } from '#kit/ids.ts'
import { cents, ZERO } from '#kit/money.ts'
import {
  type Article,
  answerCooperation,
  draftAgreement,
  proposeAgreement,
  proposeCooperation,
  signForCooperative,
  TEMPLATES,
  versionById,
} from '#rooms/agreements'
import { prepareRequest } from '#rooms/consent'
import { type AskedShare, answerOwnShare, requestInvoice, returnDraft } from '#rooms/invoicing'
import { answerQuestion, beginApplication, refer, sendApplication, tokenFor } from '#rooms/members'
import { shareWhatIf } from '#rooms/settlement'
import { judgeReceipt, sendReceipt } from '#rooms/spending'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { planMarketDay } from './market-day.ts'
import { receiptPhoto } from './photo.ts'
import { bySystem, daysAgo, play, type Stage } from './stage.ts'
import { customerOf, type Shop, send } from './trade.ts'

/** What waits for somebody at the end of the year: each home has something to do. */
export function planTonight(shop: Shop): void {
  const { stage, agenda, house } = shop
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const petra = find('Petra')
  if (petra) planMarketDay(shop, petra)
  const [samira, ahmet] = [find('Samira'), find('Ahmet')]
  if (!samira || !ahmet) return
  agenda.plan(daysAgo(stage, 3), () => apply(stage, house), 20)
  agenda.plan(daysAgo(stage, 2), () => referred(stage, house), 11)
  agenda.plan(daysAgo(stage, 1), () => invoice(shop, samira, 'Gordijnen op maat', 14_500).then(() => {}), 16)
  agenda.plan(daysAgo(stage, 2), () => returned(shop, ahmet), 15)
  agenda.plan(daysAgo(stage, 5), () => receiptAskedBack(stage, house, ahmet), 17)
  for (const [nr, [firstName, what, amount]] of PLAIN.entries()) {
    const member = find(firstName)
    if (member) agenda.plan(daysAgo(stage, 2), () => plainReceipt(stage, member, what, amount, nr), 18)
  }
  agenda.plan(daysAgo(stage, 20), () => together(shop, ahmet, samira, 'Buurttuin opgeknapt en aangekleed', 60_000), 12)
  agenda.plan(daysAgo(stage, 2), () => askedTogether(shop, ahmet, samira, 'Terras voor het buurthuis', 32_000).then(() => {}), 12)
}

/** What the members wrote themselves, after the template. */
const WORKPLACE: Article = {
  kind: 'free',
  title: 'De werkplaats',
  text: 'Wie als laatste weggaat, doet de machines uit en hangt de sleutel bij de bakker naast onze deur.',
}

/** The board put a new version before its members; one has signed, the others still read. */
export function planNewVersion(stage: Stage, agenda: Agenda, house: House): void {
  agenda.plan(daysAgo(stage, 6), async () => {
    const from = firstDay(monthAfter(monthOf(stage.today)))
    const articles = [...(TEMPLATES.find((template) => template.code === 'resultaat-60-15-25')?.articles ?? []), WORKPLACE]
    const version = await play(stage, house.board, 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Ledenovereenkomst, nieuwe versie', articles, from, until: null }),
    )
    const members = house.members.map((each) => each.person)
    await play(stage, house.board, 'agreement.propose', (tx, permit) => proposeAgreement(tx, permit, version, members))
    const seen = await play(stage, house.board, 'agreement.read', async (tx, permit) => (await versionById(tx, permit, version))?.hash ?? '')
    await play(stage, house.board, 'agreement.signFor', (tx, permit) => signForCooperative(tx, permit, version, seen, 'demo'))
  })
}

/** The board proposes other bounds to the municipality, whose adviser asks for a change: the board is next. */
export function planOtherBounds(stage: Stage, agenda: Agenda, house: House): void {
  const from = firstDay(monthAfter(monthOf(stage.today)))
  agenda.plan(
    daysAgo(stage, 4),
    async () => {
      const agreement = await play(stage, house.board, 'cooperationAgreement.propose', (tx, permit) =>
        proposeCooperation(tx, permit, { municipality: house.town.id, bounds: [], from, until: null }),
      )
      await play(stage, house.town.adviser, 'cooperationAgreement.answer', (tx, permit) =>
        answerCooperation(tx, permit, agreement, { kind: 'changeAsked', words: 'Wij willen de grens voor uitbetalen houden. Kan die er weer bij?' }),
      )
    },
    10,
  )
}

/** The board of a house thinks about leaving more with its members, and shows its municipality what that would have done. */
export function planWhatIf(stage: Stage, agenda: Agenda, house: House): void {
  agenda.plan(daysAgo(stage, 2), async () => {
    const from = firstDay(monthAfter(monthOf(stage.today), 2))
    const articles = TEMPLATES.find((template) => template.code === 'gemeente-boven-drempel')?.articles ?? []
    const version = await play(stage, house.board, 'agreement.draft', (tx, permit) =>
      draftAgreement(tx, permit, { title: 'Voorstel: gemeente boven een drempel', articles, from, until: null }),
    )
    await play(stage, house.board, 'whatIf.share', (tx, permit) =>
      shareWhatIf(tx, permit, version, { source: 'own', from: null, until: null }, { municipality: house.town.id, days: 30 }),
    )
  })
}

/** The coach wrote a request with somebody new, who must read and send it. */
export async function prepareConsent(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const { work, plan, costKinds } = member.character
  const wantedFrom = addDays(stage.today, 30)
  const facts = { work, plan, costKinds, wantedFrom, wantedUntil: addMonths(wantedFrom, 12), member: member.person }
  await play(stage, house.coach, 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, facts))
}

/** Somebody without an account applies on a phone. */
async function apply(stage: Stage, house: House): Promise<void> {
  const id = newId()
  const token = tokenFor(house.id, randomBytes(16).toString('hex'), id)
  await bySystem(stage, house.id, 'application.write', async (tx, permit) => {
    await beginApplication(tx, permit, id, token)
    await answerQuestion(tx, permit, token, 'naam', { firstName: 'Hanna' }, false)
    await answerQuestion(tx, permit, token, 'bereik', { reach: 'hanna@voorbeeld.example' }, false)
    await answerQuestion(tx, permit, token, 'idee', { idea: 'Taarten bakken voor verjaardagen.' }, false)
    await answerQuestion(tx, permit, token, 'uitkering', {}, true)
    await sendApplication(tx, permit, token)
  })
}

/** The neighbourhood team refers somebody, with that person's agreement. */
async function referred(stage: Stage, house: House): Promise<void> {
  const secret = randomBytes(16).toString('hex')
  const id = newId()
  await bySystem(stage, house.id, 'application.write', (tx, permit) =>
    refer(
      tx,
      permit,
      id,
      { applicant: tokenFor(house.id, secret, id), referrer: tokenFor(house.id, secret, `referral ${id}`) },
      {
        firstName: 'Selam',
        reach: '06 00 00 00 00',
        speaks: 'Tigrinya',
        why: 'Kan heel goed koken en wil eten verkopen op de markt.',
        kind: 'neighbourhood',
        referrer: 'Wijkteam Wilgendam, Jet de Wit',
        agreed: true,
        anyway: false,
      },
    ),
  )
}

async function invoice(shop: Shop, member: MemberPlayer, description: string, price: number, shares: readonly AskedShare[] = []) {
  const customer = await customerOf(shop, member, 'Buurthuis De Linde')
  return play(shop.stage, member, 'invoice.request', (tx, permit) =>
    requestInvoice(tx, permit, {
      kind: 'invoice',
      member: member.person,
      customer,
      basis: 'without',
      performedOn: addDays(permit.today, -1),
      reference: null,
      note: null,
      byCard: ZERO,
      lines: [{ description, quantity: 1000n, unit: 'piece', price: cents(price), vat: member.character.vat }],
      shares,
    }),
  )
}

/** Work that two members did: one invoice, and each has agreed to the own share. */
async function together(shop: Shop, asker: MemberPlayer, fellow: MemberPlayer, description: string, price: number): Promise<void> {
  const draft = await askedTogether(shop, asker, fellow, description, price)
  await play(shop.stage, fellow, 'invoice.agreeShare', (tx, permit) => answerOwnShare(tx, permit, draft, null))
  await send(shop, draft, 'Buurthuis De Linde')
}

/** One member asks for an invoice and says what of it is of another. */
function askedTogether(shop: Shop, asker: MemberPlayer, fellow: MemberPlayer, description: string, price: number) {
  return invoice(shop, asker, description, price, [{ member: fellow.person, line: 0, percent: 3_333n, cents: null }])
}

async function returned(shop: Shop, member: MemberPlayer): Promise<void> {
  const draft = await invoice(shop, member, 'Tuinwerk', 9600)
  await play(shop.stage, shop.house.treasurer, 'invoice.return', (tx, permit) =>
    returnDraft(tx, permit, draft, 'Hoeveel uur was je bezig? Zet het aantal uren op de factuur.'),
  )
}

/** Receipts that need no look: they can be approved together. */
const PLAIN = [
  ['Karel', 'Lijm en schuurpapier', 1935],
  ['Joris', 'Kabels', 2260],
  ['Fleur', 'Proefdruk', 1480],
] as const

async function plainReceipt(stage: Stage, member: MemberPlayer, what: string, amount: number, seed: number): Promise<void> {
  await play(stage, member, 'receipt.send', async (tx, permit) =>
    sendReceipt(tx, permit, {
      member: member.person,
      boughtOn: addDays(permit.today, -1),
      gross: cents(amount),
      vat: ZERO,
      kind: 'material',
      paidBy: 'member',
      what,
      unsure: [],
      file: await storeFile(tx, permit, receiptPhoto(seed)),
    }),
  )
}

async function receiptAskedBack(stage: Stage, house: House, member: MemberPlayer): Promise<void> {
  const receipt = await play(stage, member, 'receipt.send', async (tx, permit) =>
    sendReceipt(tx, permit, {
      member: member.person,
      boughtOn: addDays(permit.today, -2),
      gross: cents(3450),
      vat: cents(599),
      kind: 'material',
      paidBy: 'member',
      what: 'Tuingrond en handschoenen',
      unsure: [],
      file: await storeFile(tx, permit, receiptPhoto(3)),
    }),
  )
  await play(stage, house.coach, 'receipt.judge', (tx, permit) =>
    judgeReceipt(tx, permit, receipt, {
      outcome: 'askedBack',
      reason: 'Er staat ook een tuinkussen op. Was dat voor een klant?',
      kind: 'material',
      paidBy: 'member',
      vatDeductible: null,
    }),
  )
}
