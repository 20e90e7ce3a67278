import { newId } from '#kit/ids.ts'
import {
  answerPart,
  askAboutStep,
  askConfirming,
  beginInitiative,
  decideLesson,
  giveStepQuestion,
  lessonsToDecide,
  makePaper,
  openInitiative,
  proveAddress,
  shareStart,
  signUp,
  stepQuestionsOpen,
  tickStep,
  writeLesson,
} from '#rooms/network'
import type { House, Town } from './founding.ts'
import { bySystem, type Player, play, type Stage } from './stage.ts'

type Begun = { readonly bloesem: House; readonly kade: House; readonly town: Town }

/**
 * Start paths half way: a young cooperative that asked something, a municipality that makes its papers, and an initiative that signed up itself and asks to be confirmed. An
 * initiative that was just let in, and lessons of who passed a step: shown, with and without a name, and one that waits for the network.
 */
export async function playStarting(stage: Stage, { bloesem, kade, town }: Begun, network: Player): Promise<void> {
  const tick = async (who: Player, steps: readonly string[]) => {
    for (const step of steps) await play(stage, who, 'start.tick', (tx, permit) => tickStep(tx, permit, step, true))
  }
  const share = (who: Player) => play(stage, who, 'start.share', (tx, permit) => shareStart(tx, permit, true))
  await tick(kade.board, ['mensen', 'begeleider', 'penningmeester', 'gesprek', 'overeenkomst'])
  await share(kade.board)
  await play(stage, kade.board, 'start.ask', (tx, permit) =>
    askAboutStep(tx, permit, 'notaris', 'Wat vragen jullie vooraf aan een notaris? Wij willen niet twee keer betalen.'),
  )
  // One that somebody at the network took, and one that nobody did yet.
  const [taken] = await play(stage, network, 'start.oversee', stepQuestionsOpen)
  if (taken) await play(stage, network, 'start.answer', (tx, permit) => giveStepQuestion(tx, permit, taken.question.id, null))
  await play(stage, kade.board, 'start.ask', (tx, permit) =>
    askAboutStep(tx, permit, 'penningmeester', 'Mag een penningmeester ook voor een andere coöperatie werken?'),
  )
  await tick(town.adviser, ['lezen', 'rekenen', 'grond'])
  await share(town.adviser)
  await playTownPapers(stage, town)
  await play(stage, network, 'initiative.open', (tx, permit) =>
    openInitiative(tx, permit, { name: 'Initiatief Het Zaadje', personName: 'Rosa Begin', email: 'rosa.begin@demo.example' }),
  )
  await playLessons(stage, { bloesem, kade, town }, network, tick)
  await playOwnStart(stage, network, tick, share)
}

async function playLessons(
  stage: Stage,
  { bloesem, kade, town }: Begun,
  network: Player,
  tick: (who: Player, steps: readonly string[]) => Promise<void>,
): Promise<void> {
  await tick(bloesem.board, ['notaris', 'kvk'])
  const leave = (who: Player, step: string, named: boolean, words: string) =>
    play(stage, who, 'lesson.write', (tx, permit) => writeLesson(tx, permit, step, { words, named, audience: 'everybody' }))
  await leave(bloesem.board, 'notaris', true, 'Wij stuurden het concept vooraf. De notaris had toen nog maar één gesprek nodig.')
  await leave(bloesem.board, 'kvk', false, 'Begin met de bank zodra de akte er is. Bij ons duurde de rekening langer dan al het andere samen.')
  await leave(town.adviser, 'rekenen', true, 'Laat een collega van financiën meerekenen. Dan stelt de raad minder vragen.')
  for (const { id } of await play(stage, network, 'start.oversee', lessonsToDecide))
    await play(stage, network, 'lesson.decide', (tx, permit) => decideLesson(tx, permit, id, true, null))
  await leave(kade.board, 'penningmeester', true, 'Vraag ook iemand die bijna met pensioen gaat. Wij wachtten te lang met vragen.')
}

async function playOwnStart(
  stage: Stage,
  network: Player,
  tick: (who: Player, steps: readonly string[]) => Promise<void>,
  share: (who: Player) => Promise<void>,
): Promise<void> {
  const id = newId<Player['organisation']>()
  const token = id.replaceAll('-', '')
  const facts = {
    kind: 'initiative',
    name: 'Het Nieuwe Laken',
    place: 'Heidemaat',
    code: null,
    personName: 'Bram Beekman',
    email: 'bram.beekman@demo.example',
  } as const
  const home = stage.world.baseUrl ?? ''
  await bySystem(stage, network.organisation, 'start.signUp', (tx, permit) => signUp(tx, permit, id, facts, token, home))
  await bySystem(stage, network.organisation, 'start.signUp', (tx, permit) => proveAddress(tx, permit, token))
  // The job that follows, at once: the rest of the path is played by whoever it invited.
  const person = await beginInitiative(stage.world, { id: newId(), job: 'initiative.begin', organisation: network.organisation, facts: { initiative: id } })
  if (!person) return
  const bram: Player = { person, organisation: id, role: 'board', name: facts.personName }
  await tick(bram, ['mensen', 'begeleider', 'gesprek', 'vragen', 'notaris', 'kvk'])
  await share(bram)
  await play(stage, bram, 'start.confirm', (tx, permit) => askConfirming(tx, permit, '01234567', 'Bel Bram op 06 0000 0000, na vier uur.'))
}

async function playTownPapers(stage: Stage, { adviser }: Town): Promise<void> {
  for (const [part, typed] of Object.entries(TOWN) as [keyof typeof TOWN, (typeof TOWN)[keyof typeof TOWN]][])
    await play(stage, adviser, 'paper.answer', (tx, permit) => answerPart(tx, permit, part, typed))
  await play(stage, adviser, 'paper.make', (tx, permit) => makePaper(tx, permit, 'gemeente-samenwerking'))
}

const TOWN = {
  stad: { gemeenteNaam: 'Lindehaven', afdeling: 'Werk en Inkomen', tekenaar: 'burgemeester' },
  samen: {
    socoNaam: 'Coöperatie De Kade U.A.',
    werkSoort: 'Hout bewerken, boten opknappen en lesgeven.',
    jaren: '3',
    opgaveRitme: 'maand',
    bijdrageStad: 'nee',
  },
  besluiten: { maandenProef: '3', maandenBesluit: '12' },
} as const
