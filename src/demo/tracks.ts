import { addDays, addMonths, type Day, monthAfter, monthOf } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import {
  chooseTrack,
  judgeHours,
  keepConsent,
  logHours,
  markStep,
  nameBewind,
  type PlanPart,
  saveLiquidity,
  savePart,
  type Track,
  writeLearning,
  writeNeed,
  writeTerms,
} from '#rooms/coaching'
import type { Agenda } from './agenda.ts'
import type { House, MemberPlayer } from './founding.ts'
import { receiptPhoto } from './photo.ts'
import { daysAgo, play, type Stage } from './stage.ts'

/** Members work on what they chose, each with the coach: one on every track, somewhere on the way. */
export function planTracks(stage: Stage, agenda: Agenda, house: House): void {
  const find = (firstName: string) => house.members.find((each) => each.character.firstName === firstName)
  const [samira, joris, fleur, karel] = [find('Samira'), find('Joris'), find('Fleur'), find('Karel')]
  if (fleur) agenda.plan(daysAgo(stage, 65), () => plans(stage, agenda, house, fleur), 10)
  if (karel) agenda.plan(daysAgo(stage, 80), () => looksAfterMoney(stage, agenda, house, karel), 10)
  if (samira) {
    agenda.plan(daysAgo(stage, 70), () => begin(stage, house, samira, 'restAndBuild'), 10)
    agenda.plan(daysAgo(stage, 69), () => needs(stage, samira), 11)
    for (const [key, days] of [
      ['need', 69],
      ['rhythm', 55],
      ['place', 40],
      ['firstJob', 21],
    ] as const) {
      agenda.plan(daysAgo(stage, days), () => done(stage, samira, key, daysAgo(stage, days)), 12)
    }
  }
  agenda.plan(daysAgo(stage, 90), () => ownTerms(stage, house), 10)
  if (joris) {
    agenda.plan(daysAgo(stage, 60), () => begin(stage, house, joris, 'withoutBenefit'), 10)
    agenda.plan(daysAgo(stage, 58), () => done(stage, joris, 'check', daysAgo(stage, 58)), 10)
  }
}

/** Somebody who learns Dutch while working: hours of five weeks, of which the last wait for the coach. */
export function planLanguage(stage: Stage, agenda: Agenda, house: House, member: MemberPlayer): void {
  agenda.plan(
    daysAgo(stage, 42),
    async () => {
      await begin(stage, house, member, 'language')
      await play(stage, house.coach, 'learning.write', (tx, permit) =>
        writeLearning(tx, permit, member.person, { road: 'z', speaks: 'Tigrinya', level: 'a1', pipOn: addDays(permit.today, -300) }),
      )
      await done(stage, member, 'road', daysAgo(stage, 42))
    },
    10,
  )
  agenda.plan(daysAgo(stage, 30), () => done(stage, member, 'buddy', daysAgo(stage, 30)), 10)
  for (const week of [5, 4, 3, 2, 1]) {
    agenda.plan(
      daysAgo(stage, week * 7),
      async () => {
        const on = daysAgo(stage, week * 7)
        const lesson = await log(stage, member, 'language', on, 'Taalles in het buurthuis', 2000n)
        const work = await log(stage, member, 'participation', addDays(on, -1), 'Fietsen gemaakt in de schuur', 3500n)
        if (week < 2) return
        await play(stage, house.coach, 'hours.confirm', (tx, permit) => judgeHours(tx, permit, member.person, [lesson, work], { counts: true }))
      },
      17,
    )
  }
}

function begin(stage: Stage, house: House, member: MemberPlayer, track: Track): Promise<void> {
  return play(stage, house.coach, 'track.choose', (tx, permit) => chooseTrack(tx, permit, member.person, track))
}

function done(stage: Stage, member: MemberPlayer, key: string, on: Day): Promise<void> {
  return play(stage, member, 'track.step', (tx, permit) => markStep(tx, permit, member.person, { key, done: true, on }))
}

function needs(stage: Stage, member: MemberPlayer): Promise<void> {
  const words = 'Ik begin graag na half tien. Aan het eind van de middag wil ik klaar zijn. Een tafel bij het raam helpt mij.'
  return play(stage, member, 'need.write', (tx, permit) => writeNeed(tx, permit, { words, shared: true, anyway: false }))
}

async function ownTerms(stage: Stage, house: House): Promise<void> {
  const words = [
    'Je werkt onder de naam van De Bloesem. Je houdt je aan de huisregels.',
    'Je draagt bij zoals in de ledenovereenkomst staat.',
    'Je regelt zelf je ziektekosten en je belasting.',
    'Krijg je een uitkering? Dan zeg je dat binnen een week aan je begeleider.',
    'Je kunt op elk moment stoppen. We rekenen dan samen af.',
  ].join('\n')
  await play(stage, house.board, 'ownTerms.write', (tx, permit) => writeTerms(tx, permit, words))
}

function log(stage: Stage, member: MemberPlayer, kind: 'language' | 'participation', on: Day, what: string, thousandths: bigint): Promise<string> {
  return play(stage, member, 'hours.log', (tx, permit) => logHours(tx, permit, { kind, on, what, thousandths }))
}

/** A plan on its way to the municipality: most parts are there, the risks are not, and one month is short of money. */
async function plans(stage: Stage, agenda: Agenda, house: House, member: MemberPlayer): Promise<void> {
  await begin(stage, house, member, 'plan')
  for (const [index, [part, words]] of PLAN.entries()) {
    agenda.plan(daysAgo(stage, 60 - index * 6), () => play(stage, member, 'plan.write', (tx, permit) => savePart(tx, permit, member.person, part, 0, words)))
  }
  for (const [key, days] of [
    ['idea', 55],
    ['customers', 45],
    ['price', 38],
    ['money', 14],
  ] as const) {
    agenda.plan(daysAgo(stage, days), () => done(stage, member, key, daysAgo(stage, days)), 15)
  }
  agenda.plan(daysAgo(stage, 14), () =>
    play(stage, member, 'plan.write', (tx, permit) =>
      saveLiquidity(tx, permit, member.person, 0, {
        first: monthAfter(monthOf(permit.today)),
        opening: cents(15_000),
        months: EXPECTED.map(([moneyIn, moneyOut]) => ({ moneyIn: cents(moneyIn), moneyOut: cents(moneyOut) })),
      }),
    ),
  )
}

const PLAN: readonly (readonly [PlanPart, string])[] = [
  ['me', 'Ik ben Fleur. Ik teken en ontwerp al tien jaar, eerst voor mijzelf en nu voor anderen.'],
  ['make', 'Ik ontwerp folders en kleine websites. Een klant levert de tekst, ik maak het mooi en duidelijk.'],
  ['customers', 'Verenigingen en kleine winkels in Wilgendam. Er zijn er ongeveer veertig. Zeven vroegen mij al iets.'],
  ['price', 'Ik vraag vijfendertig euro per uur. Een folder kost ongeveer tweehonderd euro. Een bureau vraagt het dubbele.'],
  ['found', 'Ik hang een kaart op in het buurthuis. Tevreden klanten vertellen het door.'],
  ['costs', 'Een laptop heb ik al. Elke maand betaal ik voor lettertypes en voor internet.'],
  ['hours', 'Twaalf uur per week, op drie ochtenden. Dat houd ik vol.'],
]

/** In and out, month by month, in cents; a new screen in the third month is more than there is. */
const EXPECTED: readonly (readonly [number, number])[] = [
  [20_000, 6_500],
  [22_500, 6_500],
  [15_000, 69_500],
  [35_000, 6_500],
  [35_000, 6_500],
  [40_000, 6_500],
  [40_000, 9_000],
  [30_000, 6_500],
  [20_000, 6_500],
  [45_000, 6_500],
  [45_000, 6_500],
  [45_000, 9_000],
]

/** Somebody helps with the money, and agreed on paper for a time that is nearly over. */
async function looksAfterMoney(stage: Stage, agenda: Agenda, house: House, member: MemberPlayer): Promise<void> {
  await begin(stage, house, member, 'moneyMatters')
  const bewind = await play(stage, house.coach, 'bewind.name', (tx, permit) =>
    nameBewind(tx, permit, member.person, {
      kind: 'bewind',
      name: 'Mirthe Haven',
      office: 'Bewindkantoor De Oever (verzonnen)',
      reach: '06 00 00 00 17',
      from: addMonths(permit.today, -4),
    }),
  )
  for (const [key, days] of [
    ['overview', 78],
    ['name', 76],
    ['consent', 60],
  ] as const) {
    agenda.plan(
      daysAgo(stage, days),
      () => play(stage, house.coach, 'track.step', (tx, permit) => markStep(tx, permit, member.person, { key, done: true, on: permit.today })),
      15,
    )
  }
  agenda.plan(daysAgo(stage, 60), () =>
    play(stage, house.coach, 'bewind.consent', (tx, permit) =>
      keepConsent(tx, permit, member.person, bewind, {
        from: permit.today,
        until: addDays(permit.today, 90),
        file: { ...receiptPhoto(17), name: 'akkoord.png' },
      }),
    ),
  )
}
