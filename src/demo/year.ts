import { addDays, addMonths, type Day, earlierDay, firstDay, lastDay, type Month, monthAfter, monthOf } from '#kit/day.ts'
import type { Database } from '#kit/db.ts'
import { ZERO } from '#kit/money.ts'
import type { World } from '#rooms/access'
import { type Agenda, makeAgenda } from './agenda.ts'
import type { BankFact } from './bank.ts'
import { planDecisions } from './board.ts'
import { type Account, bankEvening, bookingRules, closeEvening, closingDay, ownFacts } from './bookkeeping.ts'
import { askAsAtNight, keepListOfLindehaven, keepListOfWilgendam } from './conditions.ts'
import { planEachOther } from './each-other.ts'
import { planExceptions, planStatements, soldTooEarly } from './exceptions.ts'
import { playExperiences } from './experiences.ts'
import { askConsent, foundHouse, foundTown, type House, type MemberPlayer, type Town, takeUp, welcome } from './founding.ts'
import { playInquiries } from './inquiries.ts'
import { planIntroductions } from './introductions.ts'
import { playLaw } from './law.ts'
import { planLeaving } from './leaving.ts'
import { playLending } from './lending.ts'
import { planLooks } from './looks.ts'
import { planMessages } from './messages.ts'
import { playNational } from './national.ts'
import { foundWide } from './network-wide/wide.ts'
import { playPapers } from './papers.ts'
import { BLOESEM, KADE } from './people.ts'
import { playPublicFace } from './public-face.ts'
import { playQuestions } from './questions.ts'
import { planMovedMonth, planRelocation } from './relocating.ts'
import { planAnswers, planLate } from './requests.ts'
import { planSamples, planSampleToClose } from './samples.ts'
import { daysAgo, itIs, makeStage, type Stage } from './stage.ts'
import { playStarting } from './starting.ts'
import { planTasks } from './tasks.ts'
import { planTeams } from './teams.ts'
import { planInWriting, planTogether } from './together.ts'
import { planNewVersion, planOtherBounds, planTonight, planWhatIf, prepareConsent } from './tonight.ts'
import { planFourEyes, playTownRules } from './town-rules.ts'
import { planLanguage, planTracks } from './tracks.ts'
import { makeShop, planMonth, type Shop } from './trade.ts'
import { writes } from './writing.ts'

const MONTHS = 10

/** Who watches: `tell` hears how far the year is, from 0 to 1; `follow` does what follows from actions in the last weeks. */
export type Audience = {
  readonly tell?: (part: number) => void
  readonly follow?: (world: World) => Promise<{ readonly now: () => Promise<void>; readonly stop: () => Promise<void> }>
}

/** Plays the invented year up to and including `today`; links in its mail begin with `baseUrl`. */
export async function playYear(database: Database, today: Day, baseUrl: string, { tell = () => {}, follow }: Audience = {}): Promise<void> {
  const stage = makeStage(database, today, baseUrl)
  const first = monthAfter(monthOf(today), -MONTHS)
  itIs(stage, firstDay(first), 8)
  const wilgendam = await foundTown(stage, { code: 'DM01', name: 'Wilgendam', caseManager: 'Ilse van Rooij', adviser: 'Tom Dekker' })
  const lindehaven = await foundTown(stage, { code: 'DM02', name: 'Lindehaven', caseManager: 'Mirjam Bos', adviser: 'Ruud Haan' })
  await playTownRules(stage, wilgendam, lindehaven)
  await keepListOfWilgendam(stage, wilgendam)
  await keepListOfLindehaven(stage, lindehaven)
  const bloesem = await foundHouse(stage, {
    facts: facts('Coöperatie De Bloesem U.A.', 'De Bloesem', '90000018', 'NL000099998B57', 'NL91ABNA0417164300', 'Wilgendam', null),
    town: wilgendam,
    coach: 'Marleen Visser',
    treasurer: 'Ans de Boer',
    chair: 'Willem Prins',
    template: 'resultaat-50-20-20-10',
    bounds: [{ kind: 'forbidden', receiver: 'payout' }],
    characters: BLOESEM,
    first: ['Samira', 'Petra', 'Ahmet', 'Nadia', 'Karel', 'Fleur', 'Joris'],
    month: first,
    statementDay: Math.min(28, Number(today.slice(8)) + 5),
    twoAdministrators: true,
  })
  const kade = await foundHouse(stage, {
    facts: facts('Coöperatief Atelier De Kade U.A.', 'De Kade', '90000026', 'NL123456782B90', 'NL93RABO0987654321', 'Lindehaven', firstDay(first)),
    town: lindehaven,
    coach: 'Fatma Yildiz',
    treasurer: 'Bert Kuiper',
    chair: 'Loes Hendriks',
    template: 'dertig-procent',
    bounds: [{ kind: 'forbidden', receiver: 'payout' }],
    characters: KADE,
    first: KADE.map((each) => each.firstName),
    month: first,
    statementDay: Math.min(28, Number(today.slice(8)) + 5),
    twoAdministrators: false,
  })
  const agenda = makeAgenda(stage)
  const ofBank = planYear(stage, agenda, bloesem, first, 41, true)
  planYear(stage, agenda, kade, first, 97, false, wilgendam)
  planNewcomers(stage, agenda, bloesem)
  planExceptions(stage, agenda, bloesem)
  planAnswers(stage, agenda, bloesem, 'Ahmet')
  planLate(stage, agenda, kade, 'Daan')
  planFourEyes(stage, agenda, kade, 'Daan')
  planNewVersion(stage, agenda, kade)
  planOtherBounds(stage, agenda, kade)
  planDecisions(stage, agenda, bloesem, firstDay(first), true)
  planDecisions(stage, agenda, kade, firstDay(first), false)
  planWhatIf(stage, agenda, bloesem)
  planTasks(stage, agenda, bloesem, first)
  planTracks(stage, agenda, bloesem)
  planSamples(stage, agenda, bloesem)
  planSampleToClose(stage, agenda, kade)
  planTogether(stage, agenda, bloesem)
  planInWriting(stage, agenda, kade)
  planLeaving(stage, agenda, bloesem, ofBank)
  planRelocation(stage, agenda, kade, 'Rosa', wilgendam)
  planTeams(stage, agenda, bloesem)
  planIntroductions(stage, agenda, { bloesem, kade })
  for (const house of [bloesem, kade]) {
    planLooks(stage, agenda, house)
    planMessages(stage, agenda, house)
  }
  const begin = firstDay(first)
  const days = daysIn(begin, today)
  const far = (on: Day) => tell(Math.min(1, daysIn(begin, on) / days))
  const fortnight = daysAgo(stage, 14)
  await agenda.playUntil(fortnight, far)
  const following = await follow?.(stage.world)
  for (let on = fortnight; on <= today; on = addDays(on, 1)) {
    await agenda.playUntil(on, far)
    await following?.now()
  }
  await following?.stop()
  for (const town of [wilgendam, lindehaven]) await askAsAtNight(stage, town)
  const wide = await foundWide(stage)
  itIs(stage, today, 8)
  const network = await playLaw(stage, bloesem)
  await playPublicFace(stage, { bloesem, kade }, network)
  await playPapers(stage, { bloesem, kade })
  await playLending(stage, { bloesem, kade }, network.writer)
  await playInquiries(stage, { hilde: network.writer, joris: network.reader })
  await playExperiences(stage, { bloesem, kade }, network)
  await playQuestions(stage, { bloesem, kade }, network)
  await playStarting(stage, { bloesem, kade, town: kade.town }, network.writer)
  await playNational(
    stage,
    [
      ...[bloesem, kade].map(({ board, coach }) => ({ board, coach, seed: 0 })),
      ...wide.houses.filter(({ facts: { progress } }) => progress === 'active').map(({ board, coach }) => ({ board, coach, seed: 6 })),
    ],
    network.writer,
  )
  tell(1)
}

/** Ten months of trade, bank evenings and closings, with what the bank will tell; the last closed month is the one before this, or one earlier where work is left. */
function planYear(stage: Stage, agenda: Agenda, house: House, first: Month, seed: number, upToDate: boolean, other?: Town): BankFact[] {
  const shop = makeShop(stage, agenda, house, seed)
  const account: Account = { balance: ZERO, until: addDays(firstDay(first), -1) }
  const current = monthOf(stage.today)
  shop.facts.push({
    on: firstDay(first),
    cents: 250_000n as typeof ZERO,
    name: 'Fonds Goed Begin',
    iban: null,
    text: 'beginsaldo uit startsubsidie',
    reference: 'NOTPROVIDED',
  })
  planTonight(shop)
  planEachOther(shop)
  if (other) planMovedMonth(shop, 'Teun', other)
  agenda.plan(closingDay(first), () => bookingRules(stage, house), 18)
  let month = first
  for (let nr = 0; month <= current; nr++, month = monthAfter(month)) {
    const of = month
    shop.facts.push(...ownFacts(of, nr))
    for (const member of house.members) planMonth(shop, member, of, nr)
    const open = upToDate ? current : monthAfter(current, -1)
    if (of < open) {
      planClosing(shop, account, of)
      planStatements(stage, agenda, house, of)
    } else planOpenMonth(shop, account, of)
  }
  return shop.facts
}

function planClosing(shop: Shop, account: Account, month: Month): void {
  const { agenda, stage, house } = shop
  agenda.plan(closingDay(month), () => bankEvening(shop, account, lastDay(month)), 19)
  agenda.plan(closingDay(month), () => closeEvening(stage, house, month), 21)
}

/** The month that is still open: its statement came in, and a part waits for the treasurer tonight. */
function planOpenMonth(shop: Shop, account: Account, month: Month): void {
  const until = earlierDay(lastDay(month), addDays(shop.stage.today, -1))
  if (until <= account.until) return
  const week = addDays(until, -9)
  shop.agenda.plan(earlierDay(addDays(until, 1), shop.stage.today), async () => {
    shop.facts.push({ on: addDays(until, -1), cents: 7500n as typeof ZERO, name: 'Onbekend', iban: null, text: 'bedankt voor alles', reference: 'NOTPROVIDED' })
    await bankEvening(shop, account, until, (line) => line.bookedOn > week)
  })
}

/** Somebody whose request must be decided next week, somebody with a question, and somebody who came in summer. */
function planNewcomers(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => BLOESEM.find((each) => each.firstName === firstName) ?? BLOESEM[0]
  agenda.plan(daysAgo(stage, 50), async () => {
    const yonas = await welcomed(stage, house, find('Yonas'))
    planLanguage(stage, agenda, house, yonas)
    const request = await askConsent(stage, yonas, { from: addDays(stage.today, 7), until: addMonths(stage.today, 12) })
    await takeUp(stage, house, request)
    agenda.plan(daysAgo(stage, 6), () => soldTooEarly(stage, house, yonas), 14)
  })
  agenda.plan(daysAgo(stage, 30), async () => {
    const mehmet = await welcomed(stage, house, find('Mehmet'))
    const request = await askConsent(stage, mehmet, { from: addDays(stage.today, 14), until: addMonths(stage.today, 12) })
    await takeUp(stage, house, request)
    agenda.plan(daysAgo(stage, 18), () =>
      writes(stage, house.town, 'consent.ask', request, 'question', {
        question: 'Kunt u vertellen wie uw eerste klanten zijn, en wat u per kamer vraagt?',
        answerBefore: addDays(daysAgo(stage, 18), 28),
      }),
    )
  })
  agenda.plan(daysAgo(stage, 12), async () => {
    const dunya = await welcomed(stage, house, find('Dunya'))
    agenda.plan(daysAgo(stage, 4), () => prepareConsent(stage, house, dunya))
  })
}

async function welcomed(stage: Stage, house: House, character: (typeof BLOESEM)[number] | undefined): Promise<MemberPlayer> {
  if (!character) throw new Error('nobody of that name in the demo')
  return welcome(stage, house, character, false)
}

function facts(legalName: string, tradeName: string, kvk: string, vatId: string, iban: string, city: string, korSince: Day | null) {
  return {
    legalName,
    tradeName,
    kvk,
    vatId,
    iban,
    street: 'Weverstraat 1',
    postCode: '9999 AB',
    city,
    email: `post@${tradeName.toLowerCase().replaceAll(' ', '')}.example`,
    phone: null,
    website: null,
    korSince,
    korUntil: null,
  }
}

function daysIn(from: Day, until: Day): number {
  return Math.max(1, (Date.parse(until) - Date.parse(from)) / 86_400_000)
}
