import { firstDay, monthOf } from '#kit/day.ts'
import { moveLetter, requestLines, setTownRules, type TownRules, USUAL_TOWN_RULES } from '#rooms/consent'
import { changeTownLogo } from '#rooms/organisations'
import type { Agenda } from './agenda.ts'
import type { House, Town } from './founding.ts'
import { townLogo } from './photo.ts'
import { appoint, daysAgo, play, type Stage } from './stage.ts'
import { prepares } from './writing.ts'

const LINDEHAVEN: TownRules = {
  ...USUAL_TOWN_RULES,
  ownWeeks: 6,
  backdateDays: 0,
  extensionRunsOn: true,
  namesStaff: true,
  address: 'Havenstraat 20\n9998 AA Lindehaven',
  contact: 'Kom langs bij de balie Werk, op dinsdag en donderdag',
}

/** Two towns that work differently where the law leaves a choice: nothing may be wired to one of them. */
export async function playTownRules(stage: Stage, wilgendam: Town, lindehaven: Town): Promise<void> {
  await write(stage, wilgendam, {
    ...USUAL_TOWN_RULES,
    committee: true,
    backdateDays: 14,
    longestSuspensionWeeks: 8,
    signedAs: 'teamleider Inkomen',
    signedName: 'H. Oosting',
    mandate: 'Mandaatbesluit Wilgendam 2025, onderdeel 4',
    address: 'Raadhuisplein 1\n9999 AA Wilgendam',
    contact: 'Bel het team Inkomen, elke werkdag van 9 tot 12 uur',
    electronic: ['question', 'delay', 'decision'],
  })
  await write(stage, lindehaven, LINDEHAVEN)
  await play(stage, wilgendam.adviser, 'organisation.edit', (tx, permit) => changeTownLogo(tx, permit, townLogo()))
}

async function write(stage: Stage, town: Town, rules: TownRules): Promise<void> {
  await play(stage, town.adviser, 'townRules.set', (tx, permit) => setTownRules(tx, permit, rules, firstDay(monthOf(permit.today))))
}

/** Lindehaven wants a colleague to read along since the day before yesterday; the answer to a request that is late waits for those eyes. */
export function planFourEyes(stage: Stage, agenda: Agenda, house: House, firstName: string): void {
  const member = house.members.find((each) => each.character.firstName === firstName)
  if (!member) return
  const { town } = house
  agenda.plan(daysAgo(stage, 2), async () => {
    await appoint(stage, town.id, 'caseManager', 'Jelle Postma')
    await play(stage, town.adviser, 'townRules.set', (tx, permit) => setTownRules(tx, permit, { ...LINDEHAVEN, fourEyes: true }, permit.today))
  })
  agenda.plan(daysAgo(stage, 1), async () => {
    const lines = await play(stage, town.caseManager, 'consent.read', (tx, permit) => requestLines(tx, permit, member.person))
    const waiting = lines.find(({ procedure }) => procedure === 'waiting')
    if (!waiting) throw new Error(`${firstName} waits for no decision`)
    const answer = { outcome: 'refused', on: daysAgo(stage, 1), reason: 'De winkels in de haven verkopen dit werk ook. U vertelde nog niet wat u anders doet.' }
    await prepares(stage, town, 'consent.decide', waiting.request.id, 'decision', answer)
    await play(stage, town.caseManager, 'consent.decide', (tx, permit) => moveLetter(tx, permit, waiting.request.id, 'asked'))
  })
}
