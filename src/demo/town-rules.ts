import { firstDay, monthOf } from '#kit/day.ts'
import { setTownRules, type TownRules, USUAL_TOWN_RULES } from '#rooms/consent'
import type { Town } from './founding.ts'
import { play, type Stage } from './stage.ts'

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
  await write(stage, lindehaven, {
    ...USUAL_TOWN_RULES,
    ownWeeks: 6,
    backdateDays: 0,
    extensionRunsOn: true,
    namesStaff: true,
    address: 'Havenstraat 20\n9998 AA Lindehaven',
    contact: 'Kom langs bij de balie Werk, op dinsdag en donderdag',
  })
}

async function write(stage: Stage, town: Town, rules: TownRules): Promise<void> {
  await play(stage, town.adviser, 'townRules.set', (tx, permit) => setTownRules(tx, permit, rules, firstDay(monthOf(permit.today))))
}
