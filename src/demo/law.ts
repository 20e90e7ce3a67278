import { day } from '#kit/day.ts'
import { enterAmount } from '#rooms/law'
import { appoint, foundOn, play, type Stage } from './stage.ts'

/** The national network: two people, and an invented norm for January that one wrote down and the other has yet to look at. */
export async function playLaw(stage: Stage): Promise<void> {
  const network = await foundOn(stage, 'network', 'LaNSCO')
  const hilde = await appoint(stage, network, 'network', 'Hilde Smit')
  await appoint(stage, network, 'network', 'Joris Vermeer')
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
}
