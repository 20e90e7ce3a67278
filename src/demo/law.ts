import { day } from '#kit/day.ts'
import { keepAnswers } from '#rooms/homes'
import { enterAmount, enterDay, setReading } from '#rooms/law'
import type { House } from './founding.ts'
import { appoint, daysAgo, foundOn, itIs, type Player, play, type Stage } from './stage.ts'

/**
 * The national network: two people, and an invented norm for January that one wrote down and the other has yet to look at. The municipality chose how it
 * reads the law, and a member kept answers for a next estimate. Gives the two of the network.
 */
export async function playLaw(stage: Stage, { town, members }: House): Promise<{ readonly writer: Player; readonly reader: Player }> {
  const settings = { monthsMustFollow: false, pensionAgeHasSixMonths: false, medicalBeforeLoneParent: true }
  await play(stage, town.adviser, 'reading.set', (tx, permit) => setReading(tx, permit, { settings, early2027: true }))
  const [member] = members
  if (member) await play(stage, member, 'estimate.keep', (tx, permit) => keepAnswers(tx, permit, ANSWERS))
  // They were there before: people asked them things by then.
  itIs(stage, daysAgo(stage, 30), 8)
  const network = await foundOn(stage, 'network', 'LaNSCO')
  const hilde = await appoint(stage, network, 'network', 'Hilde Smit')
  const joris = await appoint(stage, network, 'network', 'Joris Vermeer')
  itIs(stage, stage.today, 8)
  await play(stage, hilde, 'amount.enter', (tx, permit) =>
    enterAmount(tx, permit, {
      code: 'normSingle',
      value: 143_600n,
      from: day('2027-01-01'),
      until: day('2027-06-30'),
      article: 'Participatiewet art. 21',
      source: 'Verzonnen voor deze oefenwereld',
      doubt: 'Dit bedrag is verzonnen. Het echte staat in de Staatscourant.',
    }),
  )
  await play(stage, hilde, 'equatedDay.enter', (tx, permit) =>
    enterDay(tx, permit, {
      on: day('2027-12-24'),
      equated: true,
      source: 'Verzonnen voor deze oefenwereld',
      doubt: 'Deze dag is verzonnen. Een echt besluit staat in het Staatsblad.',
    }),
  )
  return { writer: hilde, reader: joris }
}

const ANSWERS = {
  household: 'single',
  norm: '',
  under27: 'no',
  youngest: 'no',
  pensionAge: '',
  medical: 'no',
  helpful: 'yes',
  usedN: '2',
  usedR: '0',
  used34a: '0',
}
