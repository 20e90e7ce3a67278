import { addDays, addMonths } from '#kit/day.ts'
import { cents } from '#kit/money.ts'
import { acceptCosts, type Chosen, type ConditionForm, conditionLibrary, type WatchForm, writeCondition } from '#rooms/consent'
import { askAboutRed } from '#rooms/oversight'
import type { Town } from './founding.ts'
import { bySystem, play, type Stage } from './stage.ts'

const WORDS: WatchForm = {
  kind: 'words',
  words: 'U praat elke drie maanden met uw klantmanager.',
  hours: null,
  amount: null,
  per: null,
  costKinds: [],
  payOut: null,
  rhythm: null,
  until: null,
  warn: null,
}
const monthly = (euros: number): WatchForm => ({
  ...WORDS,
  kind: 'turnover',
  words: 'Uw omzet is hoogstens {bedrag} per maand.',
  amount: cents(euros * 100),
  per: 'month',
})
const pot = (euros: number): WatchForm => ({ ...WORDS, kind: 'pot', words: 'In uw budgetten staat samen hoogstens {bedrag}.', amount: cents(euros * 100) })

/** The list of Wilgendam: with hours, and with an exemption from applying for jobs. */
export async function keepListOfWilgendam(stage: Stage, town: Town): Promise<void> {
  await keep(
    stage,
    town,
    [
      { ...WORDS, kind: 'hours', words: 'U werkt hoogstens {uren} uur per week voor uw bedrijf.', hours: 16, customary: true },
      monthly(750),
      pot(2500),
      { ...WORDS, kind: 'jobSearch', words: 'U hoeft niet te solliciteren tot en met {dag}.', until: addMonths(stage.today, 6) },
      { ...WORDS, customary: true },
    ],
    ['material', 'tools', 'stall', 'travel', 'phone', 'promotion', 'memberWork'],
  )
}

/** The list of Lindehaven: per calendar year, with other costs, and no exemption. */
export async function keepListOfLindehaven(stage: Stage, town: Town): Promise<void> {
  await keep(
    stage,
    town,
    [
      { ...WORDS, kind: 'turnover', words: 'Uw omzet is hoogstens {bedrag} per kalenderjaar.', amount: cents(600_000), per: 'year', warn: 75 },
      pot(1500),
      { ...WORDS, kind: 'payOut', words: 'Uw geld blijft in het bestedingsbudget.', payOut: 'no', customary: true },
      { ...WORDS, words: 'U volgt één keer per jaar de cursus geldzaken.' },
    ],
    ['material', 'tools', 'stall'],
  )
}

async function keep(stage: Stage, town: Town, list: readonly ConditionForm[], costs: readonly string[]): Promise<void> {
  for (const each of list) await play(stage, town.adviser, 'condition.keep', (tx, permit) => writeCondition(tx, permit, each))
  await play(stage, town.adviser, 'condition.keep', (tx, permit) => acceptCosts(tx, permit, permit.today, costs))
}

/** What the program does each night: asks about what members sent and does not fit a condition. */
export async function askAsAtNight(stage: Stage, town: Town): Promise<void> {
  await bySystem(stage, town.id, 'watch.ask', (tx, permit) => askAboutRed(tx, permit))
}

/** What the case manager lays down for whom, by the kind of condition; with another bound where one is typed. */
const CHOSEN: Readonly<Record<string, (stage: Stage) => Readonly<Record<string, string | null>>>> = {
  Samira: () => ({ turnover: '2500', hours: null, words: null }),
  Petra: (stage) => ({ jobSearch: addDays(stage.today, 20), pot: '6000' }),
  Ahmet: () => ({ turnover: '150', pot: null }),
  Karel: () => ({ pot: '5000' }),
  Daan: () => ({ turnover: null, payOut: null }),
}

/** The conditions from the list that belong in the decision about somebody. */
export async function chosenFor(stage: Stage, town: Town, firstName: string): Promise<readonly Chosen[]> {
  const wanted = CHOSEN[firstName]?.(stage) ?? {}
  const { conditions } = await play(stage, town.caseManager, 'condition.read', conditionLibrary)
  return conditions.flatMap(({ id, watch }) => {
    const typed = wanted[watch?.kind ?? 'words']
    return typed === undefined ? [] : [{ condition: id, adjusted: typed }]
  })
}
