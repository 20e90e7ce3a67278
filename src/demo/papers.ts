import { answerPart, makePaper } from '#rooms/network'
import type { House } from './founding.ts'
import { play, type Stage } from './stage.ts'

/** One cooperative answered every question and made the papers it stands on; the other is half way. All of it is invented. */
export async function playPapers(stage: Stage, { bloesem, kade }: { readonly bloesem: House; readonly kade: House }): Promise<void> {
  for (const [part, typed] of Object.entries(BLOESEM) as [keyof typeof BLOESEM, (typeof BLOESEM)[keyof typeof BLOESEM]][])
    await play(stage, bloesem.board, 'paper.answer', (tx, permit) => answerPart(tx, permit, part, typed))
  for (const code of ['statuten', 'huisregels', 'ledenovereenkomst', 'privacyverklaring'])
    await play(stage, bloesem.board, 'paper.make', (tx, permit) => makePaper(tx, permit, code))
  await play(stage, kade.board, 'paper.answer', (tx, permit) =>
    answerPart(tx, permit, 'wie', {
      naam: 'Coöperatie De Kade',
      aansprakelijk: 'ua',
      plaats: 'Lindehaven',
      werk: 'Hout bewerken, boten opknappen en lesgeven.',
    }),
  )
  await play(stage, kade.board, 'paper.answer', (tx, permit) => answerPart(tx, permit, 'leden', { toelating: 'samen', anderen: 'nee', proef: '3' }))
}

const BLOESEM = {
  wie: { naam: 'Sociale coöperatie De Bloesem', aansprakelijk: 'ua', plaats: 'Wilgendam', werk: 'Naaien, koken, tuinieren en repareren voor de buurt.' },
  leden: { toelating: 'leden', anderen: 'ja', proef: '3', opzegging: '1' },
  bestuur: { bestuurders: '3', zittingstijd: '3', tekenen: 'twee', grens: '500' },
  vergadering: { ritme: 'maand', oproep: '14', quorum: 'helft', volmacht: 'ja' },
  geld: { winst: 'leren', pot: 'blijft' },
  gemeente: { gemeente: 'Wilgendam', opgave: 'maand', afdracht: 'ja', looptijd: '3' },
  privacy: { privacymail: 'privacy@debloesem.example', host: 'een bedrijf in de oefenwereld' },
  nu: { dag: '2026-12-10', plek: 'buurthuis De Wilg, 19.30 uur', onderwerp: 'een tweede naaimachine', besluit: 'Wij kopen samen een tweede naaimachine.' },
} as const
