import { month } from '#kit/day.ts'
import { answerIntroduction, askIntroduction, type ExperienceFacts, keepProfile, peerToAsk, writeInIntroduction } from '#rooms/network'
import type { Agenda } from './agenda.ts'
import type { House } from './founding.ts'
import { daysAgo, type Player, play, type Stage } from './stage.ts'

/** Both cooperatives and both towns tell what they know; one pair talks and may look back, a cooperative and a municipality talk, one waits, one said not now. */
export function planIntroductions(stage: Stage, agenda: Agenda, { bloesem, kade }: { readonly bloesem: House; readonly kade: House }): void {
  const tell = (who: Player, facts: ExperienceFacts) => play(stage, who, 'experience.keep', (tx, permit) => keepProfile(tx, permit, facts))
  const ask = (who: Player, other: Player, words: string) =>
    play(stage, who, 'introduction.ask', async (tx, permit) => askIntroduction(tx, permit, await peerToAsk(tx, permit, other.organisation), words))
  const answer = (who: Player, id: string, yes: boolean, words: string) =>
    play(stage, who, 'introduction.answer', (tx, permit) => answerIntroduction(tx, permit, id, yes, words))

  agenda.plan(daysAgo(stage, 40), async () => {
    await tell(bloesem.board, BLOESEM)
    await tell(kade.board, KADE)
    await tell(bloesem.town.adviser, WILGENDAM)
    await tell(kade.town.adviser, LINDEHAVEN)
    const talk = await ask(kade.board, bloesem.board, 'Hoe vonden jullie een bank die een rekening gaf? Bij ons duurt het nu al twee maanden.')
    await answer(bloesem.board, talk, true, 'Daar weten wij alles van. Bel gerust.')
    await play(stage, kade.board, 'introduction.write', (tx, permit) => writeInIntroduction(tx, permit, talk, 'Fijn. Kan het donderdag om drie uur?'))
    await play(stage, bloesem.board, 'introduction.write', (tx, permit) =>
      writeInIntroduction(tx, permit, talk, 'Donderdag is goed. Ik zoek onze brief aan de bank op.'),
    )
    const later = await ask(kade.coach, bloesem.coach, 'Hoe voer jij het eerste gesprek met iemand die net in Nederland is?')
    await answer(bloesem.coach, later, false, 'Nu even niet, ik ben tot de zomer alleen. Vraag het daarna nog eens.')
  })
  agenda.plan(daysAgo(stage, 12), async () => {
    const across = await ask(kade.board, bloesem.town.adviser, 'Wat wil een gemeente zien voordat zij toestemming geeft? Dan leggen wij dat klaar.')
    await answer(bloesem.town.adviser, across, true, 'Goede vraag. Ik stuur onze lijst met voorwaarden.')
  })
  agenda.plan(daysAgo(stage, 6), async () => {
    await ask(kade.town.adviser, bloesem.town.adviser, 'Wij schrijven een voorstel voor de raad. Hoe deden jullie dat?')
  })
}

const BLOESEM: ExperienceFacts = {
  phase: 'active',
  since: month('2021-04'),
  band: 'to9',
  knows: { bank: 'well', treasurer: 'some', vat: 'well', split: 'well', newcomers: 'some' },
  seeks: ['customers'],
  wentWrong: 'Wij schreven het eerste jaar alles op papier. In december klopte niets meer. Begin meteen met één lijst.',
  helps: ['call', 'visit', 'papers'],
  shownTo: 'peers',
}

const KADE: ExperienceFacts = {
  phase: 'starting',
  since: month('2025-09'),
  band: 'to4',
  knows: { customers: 'some' },
  seeks: ['bank', 'vat', 'newcomers', 'consent'],
  wentWrong: '',
  helps: ['call'],
  shownTo: 'peers',
}

const WILGENDAM: ExperienceFacts = {
  phase: 'active',
  since: month('2021-01'),
  band: 'to9',
  knows: { council: 'well', consent: 'well', exit: 'some', split: 'some' },
  seeks: ['debts'],
  wentWrong: 'De eerste besluiten hadden geen einddatum. Dat gaf later vragen.',
  helps: ['call', 'papers', 'presentation'],
  shownTo: 'peers',
}

const LINDEHAVEN: ExperienceFacts = {
  phase: 'starting',
  since: month('2025-06'),
  band: 'to4',
  knows: { debts: 'some' },
  seeks: ['council', 'exit', 'statements'],
  wentWrong: '',
  helps: ['call'],
  shownTo: 'peers',
}
