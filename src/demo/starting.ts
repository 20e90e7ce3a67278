import { askAboutStep, openInitiative, shareStart, tickStep } from '#rooms/network'
import type { House, Town } from './founding.ts'
import { type Player, play, type Stage } from './stage.ts'

/** Two start paths half way, both shared with the network: a young cooperative that asked something, and a municipality. And an initiative that was just let in. */
export async function playStarting(stage: Stage, { kade, town }: { readonly kade: House; readonly town: Town }, network: Player): Promise<void> {
  for (const step of ['mensen', 'begeleider', 'penningmeester', 'gesprek', 'overeenkomst'])
    await play(stage, kade.board, 'start.tick', (tx, permit) => tickStep(tx, permit, step, true))
  await play(stage, kade.board, 'start.share', (tx, permit) => shareStart(tx, permit, true))
  await play(stage, kade.board, 'start.ask', (tx, permit) =>
    askAboutStep(tx, permit, 'notaris', 'Wat vragen jullie vooraf aan een notaris? Wij willen niet twee keer betalen.'),
  )
  for (const step of ['lezen', 'rekenen', 'grond']) await play(stage, town.adviser, 'start.tick', (tx, permit) => tickStep(tx, permit, step, true))
  await play(stage, town.adviser, 'start.share', (tx, permit) => shareStart(tx, permit, true))
  await play(stage, network, 'initiative.open', (tx, permit) =>
    openInitiative(tx, permit, { name: 'Initiatief Het Zaadje', personName: 'Rosa Begin', email: 'rosa.begin@demo.example' }),
  )
}
