import { exporting } from '#app/export-errand.ts'
import { addDays, addMonths, type Day, day } from '#kit/day.ts'
import { newId } from '#kit/ids.ts'
import { cents, ZERO } from '#kit/money.ts'
import { asSystem, errandJob, type MemberId, type OrganisationId, type Role } from '#rooms/access'
import { draftAgreement } from '#rooms/agreements'
import { freezePlan, planView, savePlan } from '#rooms/coaching'
import { changeConsent, prepareLetter, prepareRequest, requestLines, sendRequest, takeCase, takeOverConsent, versionOf } from '#rooms/consent'
import { askExport } from '#rooms/homes'
import { announceJob, joinJob, recordMemberWork, requestInvoice, sendInvoice } from '#rooms/invoicing'
import { enterAmount, enterDay } from '#rooms/law'
import { answerQuestion, beginApplication, changeBenefit, sendApplication, tokenFor } from '#rooms/members'
import { writeText } from '#rooms/network'
import { addCustomer, type CustomerId } from '#rooms/organisations'
import { demoCast } from '../../src/demo/cast.ts'
import { errands as banking } from '../../src/rooms/banking/banking.jobs.ts'
import { makeLink } from '../../src/rooms/invoicing/customer/link.ts'
import { errands as closing } from '../../src/rooms/settlement/settlement.jobs.ts'
import { signedAgreement, template } from '../trade.ts'
import { asCaseManager, asMember, asTreasurer, newMember, type Village, village } from '../village.ts'
import { as, itIs, type TestWorld } from '../world.ts'
import { askedLater, departureConfirmed, departuresWait } from './left-departure.ts'

const TODAY = '2026-11-24'

/** States that the invented year has no room for, made by the actions that people use, so that every page and form is shown to somebody. Gives the addresses that only a mail holds. */
export async function leaveOut(world: TestWorld): Promise<string[]> {
  const find = await castOf(world)
  itIs(world, '2026-05-18')
  const later = await askedLater(await village(world, '2026-05-18'))
  itIs(world, TODAY)
  await departureConfirmed(world, find('Lien Chu', 'member'), find('Fatma Yildiz', 'coach'), addDays(day(TODAY), -1))
  await consentSuspended(world, find('Mirjam Bos', 'caseManager'))
  await invoiceWaits(world, find('Ans de Boer', 'treasurer'), find('Dunya Kaplan', 'member').person)
  // A cooperative that must still begin: nothing is booked, so its opening position can be.
  const beginning = await village(world, '2026-11-02')
  await newMember(beginning, 'Wies Begin')
  await asksConsent(beginning, await newMember(beginning, 'Bram Vraag', 'participatiewetOwn'))
  const trading = await village(world, '2026-11-02')
  const link = await invoiceIsOpen(trading, await newMember(trading, 'Tess Handel'))
  const numbering = await village(world, '2026-11-02')
  await signedAgreement(numbering, [await newMember(numbering, 'Nora Cijfer')], template('dertig-procent'), '2026-11-01')
  await sharedInvoicesWait(numbering, await newMember(numbering, 'Mies Mee'), await newMember(numbering, 'Sam Samen'))
  for (const name of ['Pia Papier', 'Piet Papier', 'Pim Papier', 'Pol Papier', 'Puck Papier']) await consentOnPaper(numbering, await newMember(numbering, name))
  itIs(world, TODAY)
  for (const title of ['Eerste concept', 'Tweede concept']) await agreementDrafted(world, find('Willem Prins', 'board'), title)
  const [ahmet, fleur, samira] = [find('Ahmet Demirkan', 'member'), find('Fleur Wessels', 'member'), find('Samira el Amrani', 'member')]
  await everythingTaken(world, trading)
  await memberWorkWaits(world, samira, [ahmet, fleur])
  await jobsWait(world, ahmet, samira)
  await applications(world, find('Marleen Visser', 'coach').organisation)
  await benefitReported(world, find('Rosa Martens', 'member'))
  await departuresWait(world, [samira, fleur], day(TODAY))
  await amountsWait(world, find('Hilde Smit', 'network'))
  await textsWait(world, find('Hilde Smit', 'network'))
  // Nobody walks all the ways through the questions: this one ends where one can go on.
  return [link, later, '/iets-voor-mij?a=bsjn', await planToSignByLink(world, samira, find('Marleen Visser', 'coach'))]
}

type Player = { readonly person: MemberId; readonly organisation: OrganisationId; readonly role: Role }

async function castOf(world: TestWorld): Promise<(name: string, role: Role) => Player> {
  const people = (await demoCast(world.world)).flatMap((company) => company.people)
  return (name, role) => {
    const found = people.find((each) => each.name === name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return { person: found.person as MemberId, organisation: found.organisation, role }
  }
}

/** A plan of action that somebody without an account is asked to sign; gives the link from the mail. */
async function planToSignByLink(world: TestWorld, member: Player, coach: Player): Promise<string> {
  const { texts } = await as(world, coach, 'actionPlan.read', (tx, permit) => planView(tx, permit, member.person))
  const base = texts.findLast(({ field }) => field === 'strengths')?.nr ?? 0
  const change = { field: 'strengths', base, value: { words: 'Ik kan naaien en uitleggen.', who: null, due: null }, settles: [] } as const
  await as(world, coach, 'actionPlan.write', (tx, permit) => savePlan(tx, permit, member.person, [change], 0))
  await as(world, coach, 'actionPlan.freeze', (tx, permit) =>
    freezePlan(tx, permit, member.person, [{ name: 'Bo', email: 'bo@buurt.example' }], 'http://localhost'),
  )
  const { rows } = await world.world.database.pool.query<{ body: string }>("select body from kit.mail where to_address = 'bo@buurt.example'")
  const [address = ''] = /\/tekenen\/[\w-]+/.exec(rows[0]?.body ?? '') ?? []
  return address
}

/** Amounts and days of the law that a colleague can confirm or reject. */
async function amountsWait(world: TestWorld, hilde: Player): Promise<void> {
  for (const value of [340_000n, 341_000n, 342_000n, 343_000n]) {
    const row = {
      code: 'premiumCap',
      value,
      from: day('2027-01-01'),
      until: null,
      article: 'Participatiewet art. 31',
      source: 'Verzonnen',
      doubt: null,
    } as const
    await as(world, hilde, 'amount.enter', (tx, permit) => enterAmount(tx, permit, row))
  }
  for (const on of ['2031-04-25', '2032-04-26', '2033-04-29', '2034-04-28'])
    await as(world, hilde, 'equatedDay.enter', (tx, permit) => enterDay(tx, permit, { on: day(on), equated: true, source: 'Verzonnen', doubt: null }))
}

/** Texts of the public site that a colleague can publish or send back. */
async function textsWait(world: TestWorld, hilde: Player): Promise<void> {
  for (const page of ['contact', 'starten', 'wat-is-het', 'voor-gemeenten'] as const) {
    const text = { title: 'Een nieuwe tekst', intro: 'Deze tekst wacht op een collega.', body: 'Verzonnen.' }
    await as(world, hilde, 'publicText.write', (tx, permit) => writeText(tx, permit, { page, language: 'en' }, text))
  }
}

/** An export that is ready, of a cooperative with one invoice. */
async function everythingTaken(world: TestWorld, at: Village): Promise<void> {
  const errand = await as(world, asTreasurer(at), 'export.make', askExport)
  const order = { id: newId(), job: 'errand.run', organisation: at.cooperative, facts: { errand } }
  await errandJob({ ...banking, ...closing, 'export.make': exporting })(world.world, order)
}

async function consentSuspended(world: TestWorld, officer: Player): Promise<void> {
  const lines = await as(world, officer, 'consent.read', (tx, permit) => requestLines(tx, permit))
  const line = lines.find((each) => each.effect === 'inForce')
  if (!line) throw new Error('nobody in Lindehaven has a consent in force')
  await as(world, officer, 'consent.change', (tx, permit) =>
    changeConsent(tx, permit, line.request.id, {
      kind: 'suspended',
      from: day(TODAY),
      until: addMonths(day(TODAY), 1),
      reason: 'Twee maandopgaven ontbreken nog.',
      heard: 'We spraken elkaar op 20 november aan de telefoon.',
    }),
  )
  // A letter that was prepared and not signed.
  await as(world, officer, 'consent.change', (tx, permit) => prepareLetter(tx, permit, line.request.id, 'resumption', { from: TODAY }))
}

/** A request that no case manager took yet. */
async function asksConsent(at: Village, member: MemberId): Promise<void> {
  const facts = {
    work: 'Fietsen maken',
    plan: 'Ik maak fietsen voor buren.',
    costKinds: ['tools'],
    wantedFrom: day('2026-12-01'),
    wantedUntil: day('2027-11-30'),
  }
  const request = await as(at.world, asMember(at, member), 'consent.prepare', (tx, permit) => prepareRequest(tx, permit, { ...facts, member }))
  await as(at.world, asMember(at, member), 'consent.send', (tx, permit) => sendRequest(tx, permit, request, versionOf(facts)))
}

/** A consent from before the cooperative began here, for the municipality to confirm or to correct. */
async function consentOnPaper(at: Village, member: MemberId): Promise<void> {
  const paper = { from: day('2026-10-01'), until: day('2027-09-30'), payOutAllowed: false, decidedOn: null, legalBasis: null, costKinds: null }
  const request = await as(at.world, asTreasurer(at), 'opening.book', (tx, permit) =>
    takeOverConsent(tx, permit, { ...paper, member, municipality: at.municipality }),
  )
  await as(at.world, asCaseManager(at), 'consent.take', (tx, permit) => takeCase(tx, permit, request))
}

/** Two jobs in which somebody else had a part and did not answer yet. */
async function sharedInvoicesWait(at: Village, asker: MemberId, fellow: MemberId): Promise<void> {
  const to = await customerOf(at.world, at.cooperative, asker)
  for (const price of [9000, 12_000]) {
    const shares = [{ member: fellow, line: 0, percent: 3000n, cents: null }]
    await as(at.world, asMember(at, asker), 'invoice.request', (tx, permit) => requestInvoice(tx, permit, { ...sale(asker, to, permit.today, price), shares }))
  }
}

/** Work of one member for others: each has three pieces to answer. */
async function memberWorkWaits(world: TestWorld, worker: Player, receivers: readonly Player[]): Promise<void> {
  for (const { person: receiver } of receivers) {
    for (const nr of [1, 2, 3]) {
      const work = { worker: worker.person, receiver, performedOn: day('2026-11-20'), what: `Werk ${nr}`, net: cents(1000 * nr) }
      await as(world, worker, 'memberWork.record', (tx, permit) => recordMemberWork(tx, permit, work))
    }
  }
}

/** Jobs that a fellow joined, for whoever announced them to choose from or to withdraw, and jobs of the fellow to join. */
async function jobsWait(world: TestWorld, announcer: Player, fellow: Player): Promise<void> {
  for (const nr of [1, 2, 3, 4, 5, 6]) {
    const [by, other] = nr > 3 ? [fellow, announcer] : [announcer, fellow]
    const [workOn, answerUntil] = [day('2026-12-20'), day('2026-12-12')]
    const facts = { title: `Klus ${nr}`, what: 'Samen opbouwen', place: 'centrum', workOn, aboutNet: null, needed: 2, answerUntil }
    const job = await as(world, by, 'openJob.announce', (tx, permit) => announceJob(tx, permit, facts))
    if (by === announcer) await as(world, other, 'openJob.join', (tx, permit) => joinJob(tx, permit, job))
  }
}

/** The first invoice of a cooperative, for a bank line to be coupled to. */
async function invoiceIsOpen(at: Village, member: MemberId): Promise<string> {
  const to = await customerOf(at.world, at.cooperative, member)
  const invoice = await as(at.world, asTreasurer(at), 'invoice.request', (tx, permit) => requestInvoice(tx, permit, sale(member, to, permit.today, 10_000)))
  await as(at.world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice))
  const posted = await customerOf(at.world, at.cooperative, member, null)
  const paper = await as(at.world, asTreasurer(at), 'invoice.request', (tx, permit) => requestInvoice(tx, permit, sale(member, posted, permit.today, 5000)))
  await as(at.world, asTreasurer(at), 'invoice.send', (tx, permit) => sendInvoice(tx, permit, paper))
  return asSystem(at.world.world, at.cooperative, 'invoice.mail', (tx, permit) => makeLink(tx, permit, invoice))
}

/** Three people who applied: one is taken, one answered, one declined. */
async function applications(world: TestWorld, cooperative: OrganisationId): Promise<void> {
  for (const firstName of ['Ine', 'Koos', 'Lot']) {
    const id = newId()
    const token = tokenFor(cooperative, 'a secret of the tests', id)
    await asSystem(world.world, cooperative, 'application.write', async (tx, permit) => {
      await beginApplication(tx, permit, id, token)
      await answerQuestion(tx, permit, token, 'naam', { firstName }, false)
      await answerQuestion(tx, permit, token, 'bereik', { reach: '06 12 34 56 78' }, false)
      await sendApplication(tx, permit, token)
    })
  }
}

/** A draft that the board still writes. */
async function agreementDrafted(world: TestWorld, board: Player, title: string): Promise<void> {
  await as(world, board, 'agreement.draft', (tx, permit) =>
    draftAgreement(tx, permit, { title, articles: template('resultaat-60-15-25'), from: day('2026-12-01'), until: null }),
  )
}

/** A member says that the benefit ended, which the coach must confirm. */
async function benefitReported(world: TestWorld, member: Player): Promise<void> {
  const said = await as(world, member, 'benefit.change', (tx, permit) =>
    changeBenefit(tx, permit, member.person, { source: 'none', from: day('2026-11-20'), municipality: null }),
  )
  if (said !== 'reported') throw new Error('what a member says alone counted at once')
}

/** Work was done before the municipality decided: the invoice went out, its money waits. */
async function invoiceWaits(world: TestWorld, treasurer: Player, member: MemberId): Promise<void> {
  const to = await customerOf(world, treasurer.organisation, member)
  const invoice = await as(world, treasurer, 'invoice.request', (tx, permit) => requestInvoice(tx, permit, sale(member, to, addDays(permit.today, -3), 4000)))
  await as(world, treasurer, 'invoice.send', (tx, permit) => sendInvoice(tx, permit, invoice, { waitsBecause: 'De taart was al geleverd.' }))
}

function customerOf(world: TestWorld, cooperative: OrganisationId, member: MemberId, email: string | null = 'wacht@klant.example'): Promise<CustomerId> {
  return asSystem(world.world, cooperative, 'customer.edit', (tx, permit) =>
    addCustomer(tx, permit, {
      member,
      kind: 'person',
      name: 'Mevrouw Wacht',
      attention: null,
      street: 'Weverstraat 3',
      postCode: '9999 AC',
      city: 'Wilgendam',
      country: 'NL',
      email,
      kvk: null,
      vatId: null,
      peppol: null,
    }),
  )
}

function sale(member: MemberId, to: CustomerId, performedOn: Day, price: number): Parameters<typeof requestInvoice>[2] {
  return {
    kind: 'invoice',
    member,
    customer: to,
    basis: 'without',
    performedOn,
    reference: null,
    note: null,
    byCard: ZERO,
    lines: [{ description: 'Taart', quantity: 1000n, unit: 'piece', price: cents(price), vat: 'standard' }],
  }
}
