import { addDays, type Day, lastDay, type Month, month, monthAfter, yearOf } from '#kit/day.ts'
import { type ResolutionFacts, recordResolution, resolutions, showToMembers } from '#rooms/assembly'
import { tickDuty } from '#rooms/homes'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { daysAgo, play, type Stage } from './stage.ts'

const PLAIN = { organ: 'assembly', inFavour: null, against: null, abstained: null, present: null, about: null, aboutYear: null, months: null } as const

/** What the members and the board decided in the year, and the returns that were done on time. */
export function planDecisions(stage: Stage, agenda: Agenda, house: House, begin: Day, tidy: boolean): void {
  const decide = (days: number, facts: (on: Day) => Omit<ResolutionFacts, 'on'>, replaces: string | null = null) =>
    agenda.plan(daysAgo(stage, days), () => decided(stage, house, { ...facts(daysAgo(stage, days)), on: daysAgo(stage, days) }, replaces), 20)
  decide(262, () => ({
    ...PLAIN,
    title: 'Huisregels, versie 1',
    text: 'We nemen de huisregels aan. Ze hangen in het atelier. Wie te laat komt, belt even.',
    inFavour: 6,
    against: 0,
    abstained: 1,
    present: 'Zeven leden en de begeleider',
  }))
  decide(210, () => ({ ...PLAIN, organ: 'board', title: 'Verzekering voor aansprakelijkheid', text: 'We sluiten een verzekering af voor schade bij klanten.' }))
  if (tidy) {
    decide(150, (on) => ({
      ...PLAIN,
      title: `Jaarrekening ${yearOf(on) - 1}`,
      text: `De leden stellen de jaarrekening over ${yearOf(on) - 1} vast. Het bestuur krijgt decharge.`,
      inFavour: 7,
      against: 0,
      abstained: 0,
      present: 'Zeven leden',
      about: 'annualAccounts',
      aboutYear: yearOf(on) - 1,
    }))
    planReturns(stage, agenda, house, begin)
  } else {
    decide(160, (on) => ({
      ...PLAIN,
      title: `Uitstel voor de jaarrekening ${yearOf(on) - 1}`,
      text: 'De boekhouder was lang ziek. De leden geven het bestuur vier maanden extra voor de jaarrekening.',
      inFavour: 5,
      against: 1,
      abstained: 0,
      about: 'accountsExtension',
      aboutYear: yearOf(on) - 1,
      months: 4,
    }))
  }
  decide(
    40,
    () => ({
      ...PLAIN,
      title: 'Huisregels, versie 2',
      text: 'De werkplaats sluit om half zes. De rest van de huisregels blijft gelijk.',
      inFavour: 8,
      against: 0,
    }),
    'Huisregels, versie 1',
  )
}

/** The treasurer says of each quarter that its return was done, a few days before its last day. */
function planReturns(stage: Stage, agenda: Agenda, house: House, begin: Day): void {
  const year = yearOf(stage.today)
  for (const ended of [year - 1, year]) {
    for (const quarter of [1, 2, 3, 4]) {
      const last: Month = month(`${ended}-${String(quarter * 3).padStart(2, '0')}`)
      const on = addDays(lastDay(monthAfter(last)), -6)
      if (on < begin || on > stage.today) continue
      agenda.plan(on, () => play(stage, house.treasurer, 'calendar.tick', (tx, permit) => tickDuty(tx, permit, `vat-${ended}-q${quarter}`)), 20)
    }
  }
}

async function decided(stage: Stage, house: House, facts: ResolutionFacts, replaces: string | null): Promise<void> {
  await play(stage, house.board, 'resolution.add', async (tx, permit) => {
    const before = replaces ? (await resolutions(tx, permit, replaces)).find(({ title }) => title === replaces) : null
    const id = await recordResolution(tx, permit, facts, null, before?.id ?? null)
    if (facts.organ === 'assembly') await showToMembers(tx, permit, id, true)
  })
}
